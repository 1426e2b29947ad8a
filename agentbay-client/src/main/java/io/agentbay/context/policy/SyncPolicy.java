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

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * When and what of a context is copied between a session and its storage.
 *
 * @param uploadPolicy from the session to the storage
 * @param downloadPolicy from the storage into the session
 * @param deletePolicy files that were deleted in the session
 * @param extractPolicy archives
 * @param recyclePolicy how long stored files are kept
 * @param whiteLists the directories that are copied
 * @param mappingPolicy the path that the context was filled under; {@code null} if that
 * is where it is mounted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncPolicy(UploadPolicy uploadPolicy, DownloadPolicy downloadPolicy, DeletePolicy deletePolicy,
		ExtractPolicy extractPolicy, RecyclePolicy recyclePolicy, @JsonProperty("bwList") WhiteLists whiteLists,
		@Nullable MappingPolicy mappingPolicy) {

	/**
	 * Return the default policy.
	 * @return the defaults
	 */
	public static SyncPolicy defaults() {
		return new SyncPolicy(UploadPolicy.defaults(), DownloadPolicy.defaults(), DeletePolicy.defaults(),
				ExtractPolicy.defaults(), RecyclePolicy.defaults(), WhiteLists.everything(), null);
	}

	/**
	 * Return this policy with another way to the storage.
	 * @param uploadPolicy the way
	 * @return a changed copy
	 */
	public SyncPolicy withUploadPolicy(UploadPolicy uploadPolicy) {
		return new SyncPolicy(uploadPolicy, this.downloadPolicy, this.deletePolicy, this.extractPolicy,
				this.recyclePolicy, this.whiteLists, this.mappingPolicy);
	}

	/**
	 * Return this policy with another way into the session.
	 * @param downloadPolicy the way
	 * @return a changed copy
	 */
	public SyncPolicy withDownloadPolicy(DownloadPolicy downloadPolicy) {
		return new SyncPolicy(this.uploadPolicy, downloadPolicy, this.deletePolicy, this.extractPolicy,
				this.recyclePolicy, this.whiteLists, this.mappingPolicy);
	}

	/**
	 * Return this policy with another rule for deleted files.
	 * @param deletePolicy the rule
	 * @return a changed copy
	 */
	public SyncPolicy withDeletePolicy(DeletePolicy deletePolicy) {
		return new SyncPolicy(this.uploadPolicy, this.downloadPolicy, deletePolicy, this.extractPolicy,
				this.recyclePolicy, this.whiteLists, this.mappingPolicy);
	}

	/**
	 * Return this policy with another rule for archives.
	 * @param extractPolicy the rule
	 * @return a changed copy
	 */
	public SyncPolicy withExtractPolicy(ExtractPolicy extractPolicy) {
		return new SyncPolicy(this.uploadPolicy, this.downloadPolicy, this.deletePolicy, extractPolicy,
				this.recyclePolicy, this.whiteLists, this.mappingPolicy);
	}

	/**
	 * Return this policy with another time for which files are kept.
	 * @param recyclePolicy the time
	 * @return a changed copy
	 */
	public SyncPolicy withRecyclePolicy(RecyclePolicy recyclePolicy) {
		return new SyncPolicy(this.uploadPolicy, this.downloadPolicy, this.deletePolicy, this.extractPolicy,
				recyclePolicy, this.whiteLists, this.mappingPolicy);
	}

	/**
	 * Return this policy with other directories to copy.
	 * @param whiteLists the directories
	 * @return a changed copy
	 */
	public SyncPolicy withWhiteLists(WhiteLists whiteLists) {
		return new SyncPolicy(this.uploadPolicy, this.downloadPolicy, this.deletePolicy, this.extractPolicy,
				this.recyclePolicy, whiteLists, this.mappingPolicy);
	}

	/**
	 * Return this policy for a context that was filled under another path.
	 * @param mappingPolicy the path
	 * @return a changed copy
	 */
	public SyncPolicy withMappingPolicy(@Nullable MappingPolicy mappingPolicy) {
		return new SyncPolicy(this.uploadPolicy, this.downloadPolicy, this.deletePolicy, this.extractPolicy,
				this.recyclePolicy, this.whiteLists, mappingPolicy);
	}

}
