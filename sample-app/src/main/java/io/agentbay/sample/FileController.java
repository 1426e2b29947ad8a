/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.agentbay.sample;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.agentbay.filesystem.DirectoryEntry;
import io.agentbay.filesystem.FileSystem;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files of a session. A relative path starts at the home directory.
 */
@RestController
@RequestMapping("/sessions/{id}")
class FileController {

	private static final String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";

	private final Computers computers;

	FileController(Computers computers) {
		this.computers = computers;
	}

	@GetMapping("/directory")
	List<DirectoryEntry> list(@PathVariable String id, @RequestParam(defaultValue = ".") String path) {
		return files(id).list(path);
	}

	@PostMapping("/directory")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void createDirectory(@PathVariable String id, @RequestParam String path) {
		files(id).createDirectory(path);
	}

	@GetMapping(path = "/files", produces = TEXT)
	String read(@PathVariable String id, @RequestParam String path) {
		return files(id).read(path);
	}

	@PutMapping("/files")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void write(@PathVariable String id, @RequestParam String path,
			@RequestBody(required = false) @Nullable String content) {
		files(id).write(path, (content != null) ? content : "");
	}

	@DeleteMapping("/files")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String id, @RequestParam String path) {
		files(id).deleteRecursively(path);
	}

	/** Upload a file of any kind, which is passed on while it is read. */
	@PostMapping(path = "/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void upload(@PathVariable String id, @RequestParam String path, @RequestParam MultipartFile file) {
		files(id).upload(file.getResource(), path);
	}

	/** Download a file of any kind: never shown as a page of this application. */
	@GetMapping("/downloads")
	ResponseEntity<Resource> download(@PathVariable String id, @RequestParam String path) {
		InputStream content = files(id).openStream(path);
		String name = Objects.requireNonNullElse(StringUtils.getFilename(path), "file");
		ContentDisposition attachment = ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
			.body(new InputStreamResource(content));
	}

	private FileSystem files(String id) {
		return this.computers.session(id).fileSystem();
	}

}
