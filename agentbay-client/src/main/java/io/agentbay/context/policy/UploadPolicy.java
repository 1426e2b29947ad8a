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

package io.agentbay.context.policy;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * How files get from the session to the storage.
 *
 * @param autoUpload whether they are uploaded without being asked for; default true
 * @param uploadStrategy when; {@code UploadBeforeResourceRelease}, before the session
 * ends, is the only strategy known
 * @param uploadMode in which form they are stored; default {@link UploadMode#FILE}
 * @param archiveExcludePaths beginnings of paths, from where the context is mounted, of
 * which files are stored one by one although the others are stored as an archive; folders
 * end with a slash; default none
 * @since 0.1.0
 */
@CheckReturnValue
public record UploadPolicy(boolean autoUpload, String uploadStrategy, UploadMode uploadMode,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> archiveExcludePaths) {

	private static final UploadPolicy DEFAULTS = new UploadPolicy(true, "UploadBeforeResourceRelease", UploadMode.FILE,
			List.of());

	public UploadPolicy {
		Assert.hasText(uploadStrategy, "'uploadStrategy' must not be empty");
		Assert.notNull(uploadMode, "'uploadMode' must not be null");
		Assert.notNull(archiveExcludePaths, "'archiveExcludePaths' must not be null");
		Assert.isTrue(archiveExcludePaths.isEmpty() || uploadMode == UploadMode.ARCHIVE,
				"'archiveExcludePaths' have a meaning only with the upload mode ARCHIVE");
		archiveExcludePaths.forEach((path) -> {
			Assert.hasText(path, "'archiveExcludePaths' must not hold empty paths");
			ExactPath.check(path, "archiveExcludePaths");
		});
		archiveExcludePaths = List.copyOf(archiveExcludePaths);
	}

	/**
	 * Create a policy that stores all files in the same form.
	 * @param autoUpload whether they are uploaded without being asked for
	 * @param uploadStrategy when
	 * @param uploadMode in which form they are stored
	 */
	public UploadPolicy(boolean autoUpload, String uploadStrategy, UploadMode uploadMode) {
		this(autoUpload, uploadStrategy, uploadMode, List.of());
	}

	/**
	 * Return the default policy.
	 * @return the defaults
	 */
	public static UploadPolicy defaults() {
		return DEFAULTS;
	}

	/**
	 * Return this policy without uploading by itself.
	 * @return a changed copy
	 */
	public UploadPolicy withoutAutoUpload() {
		return new UploadPolicy(false, this.uploadStrategy, this.uploadMode, this.archiveExcludePaths);
	}

	/**
	 * Return this policy with another form of storage.
	 * @param uploadMode the form
	 * @return a changed copy
	 */
	public UploadPolicy withUploadMode(UploadMode uploadMode) {
		return new UploadPolicy(this.autoUpload, this.uploadStrategy, uploadMode);
	}

	/**
	 * Return this policy with files that are stored one by one although the others are
	 * stored as an archive.
	 * @param paths beginnings of their paths, from where the context is mounted; folders
	 * end with a slash
	 * @return a changed copy
	 * @throws IllegalArgumentException if files are not stored as an archive, or a path
	 * is blank or has wildcards
	 */
	public UploadPolicy withArchiveExcludePaths(String... paths) {
		return new UploadPolicy(this.autoUpload, this.uploadStrategy, this.uploadMode, List.of(paths));
	}

}
