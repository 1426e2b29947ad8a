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

import io.agentbay.device.Screenshot;
import io.agentbay.session.Session;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The screens of a session, its {@code desktop}, {@code phone} or {@code browser}.
 */
@RestController
@RequestMapping("/sessions/{id}/screens/{kind}")
class ScreenController {

	private final Computers computers;

	ScreenController(Computers computers) {
		this.computers = computers;
	}

	@GetMapping("/picture")
	ResponseEntity<byte[]> picture(@PathVariable String id, @PathVariable String kind) {
		Screenshot picture = screen(id, kind).picture();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(picture.mimeType()))
			.cacheControl(CacheControl.noStore())
			.body(picture.data());
	}

	@PostMapping("/clicks")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void click(@PathVariable String id, @PathVariable String kind, @Valid @RequestBody Click click) {
		screen(id, kind).click(click.x(), click.y());
	}

	@PostMapping("/texts")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void type(@PathVariable String id, @PathVariable String kind, @Valid @RequestBody Text text) {
		screen(id, kind).type(text.text());
	}

	@PostMapping("/keys")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void press(@PathVariable String id, @PathVariable String kind, @Valid @RequestBody Key key) {
		screen(id, kind).press(key.key());
	}

	/** Open an address in the browser, or start an application elsewhere. */
	@PostMapping("/targets")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void open(@PathVariable String id, @PathVariable String kind, @Valid @RequestBody Target target) {
		screen(id, kind).open(target.target());
	}

	private Screen screen(String id, String kind) {
		Session session = this.computers.session(id);
		return switch (kind) {
			case "desktop" -> new Screen.Desktop(session.computer());
			case "phone" -> new Screen.Phone(session.mobile());
			case "browser" -> new BrowserScreen(session.browser());
			default -> throw new IllegalArgumentException("'kind' must be desktop, phone or browser");
		};
	}

	record Click(@Min(0) int x, @Min(0) int y) {
	}

	record Text(@NotEmpty String text) {
	}

	record Key(@NotBlank String key) {
	}

	record Target(@NotBlank String target) {
	}

}
