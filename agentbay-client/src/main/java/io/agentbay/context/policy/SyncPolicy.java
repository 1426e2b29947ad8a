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

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * When and what of a context is copied between a session and its storage.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class SyncPolicy {

	private static final SyncPolicy DEFAULTS = new SyncPolicy(new Parts());

	private final UploadPolicy uploadPolicy;

	private final DownloadPolicy downloadPolicy;

	private final DeletePolicy deletePolicy;

	private final ExtractPolicy extractPolicy;

	private final RecyclePolicy recyclePolicy;

	private final WhiteLists whiteLists;

	private final @Nullable MappingPolicy mappingPolicy;

	private SyncPolicy(Parts parts) {
		this.uploadPolicy = parts.uploadPolicy;
		this.downloadPolicy = parts.downloadPolicy;
		this.deletePolicy = parts.deletePolicy;
		this.extractPolicy = parts.extractPolicy;
		this.recyclePolicy = parts.recyclePolicy;
		this.whiteLists = parts.whiteLists;
		this.mappingPolicy = parts.mappingPolicy;
	}

	/**
	 * Return the default policy.
	 * @return the defaults
	 */
	public static SyncPolicy defaults() {
		return DEFAULTS;
	}

	/**
	 * Return this policy with another way to the storage.
	 * @param uploadPolicy the way
	 * @return a changed copy
	 */
	public SyncPolicy withUploadPolicy(UploadPolicy uploadPolicy) {
		Assert.notNull(uploadPolicy, "'uploadPolicy' must not be null");
		Parts parts = new Parts(this);
		parts.uploadPolicy = uploadPolicy;
		return new SyncPolicy(parts);
	}

	/**
	 * Return this policy with another way into the session.
	 * @param downloadPolicy the way
	 * @return a changed copy
	 */
	public SyncPolicy withDownloadPolicy(DownloadPolicy downloadPolicy) {
		Assert.notNull(downloadPolicy, "'downloadPolicy' must not be null");
		Parts parts = new Parts(this);
		parts.downloadPolicy = downloadPolicy;
		return new SyncPolicy(parts);
	}

	/**
	 * Return this policy with another rule for deleted files.
	 * @param deletePolicy the rule
	 * @return a changed copy
	 */
	public SyncPolicy withDeletePolicy(DeletePolicy deletePolicy) {
		Assert.notNull(deletePolicy, "'deletePolicy' must not be null");
		Parts parts = new Parts(this);
		parts.deletePolicy = deletePolicy;
		return new SyncPolicy(parts);
	}

	/**
	 * Return this policy with another rule for archives.
	 * @param extractPolicy the rule
	 * @return a changed copy
	 */
	public SyncPolicy withExtractPolicy(ExtractPolicy extractPolicy) {
		Assert.notNull(extractPolicy, "'extractPolicy' must not be null");
		Parts parts = new Parts(this);
		parts.extractPolicy = extractPolicy;
		return new SyncPolicy(parts);
	}

	/**
	 * Return this policy with another time for which files are kept.
	 * @param recyclePolicy the time
	 * @return a changed copy
	 */
	public SyncPolicy withRecyclePolicy(RecyclePolicy recyclePolicy) {
		Assert.notNull(recyclePolicy, "'recyclePolicy' must not be null");
		Parts parts = new Parts(this);
		parts.recyclePolicy = recyclePolicy;
		return new SyncPolicy(parts);
	}

	/**
	 * Return this policy with other directories to copy.
	 * @param whiteLists the directories
	 * @return a changed copy
	 */
	public SyncPolicy withWhiteLists(WhiteLists whiteLists) {
		Assert.notNull(whiteLists, "'whiteLists' must not be null");
		Parts parts = new Parts(this);
		parts.whiteLists = whiteLists;
		return new SyncPolicy(parts);
	}

	/**
	 * Return this policy for a context that was filled under another path.
	 * @param mappingPolicy the path
	 * @return a changed copy
	 */
	public SyncPolicy withMappingPolicy(MappingPolicy mappingPolicy) {
		Assert.notNull(mappingPolicy, "'mappingPolicy' must not be null");
		Parts parts = new Parts(this);
		parts.mappingPolicy = mappingPolicy;
		return new SyncPolicy(parts);
	}

	/**
	 * Return how files get from the session to the storage.
	 * @return the policy
	 */
	public UploadPolicy uploadPolicy() {
		return this.uploadPolicy;
	}

	/**
	 * Return how files get from the storage into the session.
	 * @return the policy
	 */
	public DownloadPolicy downloadPolicy() {
		return this.downloadPolicy;
	}

	/**
	 * Return what becomes of stored files that were deleted in the session.
	 * @return the policy
	 */
	public DeletePolicy deletePolicy() {
		return this.deletePolicy;
	}

	/**
	 * Return what becomes of archives that are downloaded.
	 * @return the policy
	 */
	public ExtractPolicy extractPolicy() {
		return this.extractPolicy;
	}

	/**
	 * Return how long stored files are kept.
	 * @return the policy
	 */
	public RecyclePolicy recyclePolicy() {
		return this.recyclePolicy;
	}

	/**
	 * Return which directories are copied.
	 * @return the directories
	 */
	public WhiteLists whiteLists() {
		return this.whiteLists;
	}

	/**
	 * Return under which path the context was filled.
	 * @return the path, {@code null} if that is where it is mounted
	 */
	public @Nullable MappingPolicy mappingPolicy() {
		return this.mappingPolicy;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SyncPolicy that && this.uploadPolicy.equals(that.uploadPolicy)
				&& this.downloadPolicy.equals(that.downloadPolicy) && this.deletePolicy.equals(that.deletePolicy)
				&& this.extractPolicy.equals(that.extractPolicy) && this.recyclePolicy.equals(that.recyclePolicy)
				&& this.whiteLists.equals(that.whiteLists) && Objects.equals(this.mappingPolicy, that.mappingPolicy);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.uploadPolicy, this.downloadPolicy, this.deletePolicy, this.extractPolicy,
				this.recyclePolicy, this.whiteLists, this.mappingPolicy);
	}

	@Override
	public String toString() {
		return "SyncPolicy[uploadPolicy=%s, downloadPolicy=%s, deletePolicy=%s, extractPolicy=%s, recyclePolicy=%s, whiteLists=%s, mappingPolicy=%s]"
			.formatted(this.uploadPolicy, this.downloadPolicy, this.deletePolicy, this.extractPolicy,
					this.recyclePolicy, this.whiteLists, this.mappingPolicy);
	}

	/** What a policy is made of, while one of it is being changed. */
	private static final class Parts {

		private UploadPolicy uploadPolicy = UploadPolicy.defaults();

		private DownloadPolicy downloadPolicy = DownloadPolicy.defaults();

		private DeletePolicy deletePolicy = DeletePolicy.defaults();

		private ExtractPolicy extractPolicy = ExtractPolicy.defaults();

		private RecyclePolicy recyclePolicy = RecyclePolicy.defaults();

		private WhiteLists whiteLists = WhiteLists.everything();

		private @Nullable MappingPolicy mappingPolicy;

		Parts() {
		}

		Parts(SyncPolicy policy) {
			this.uploadPolicy = policy.uploadPolicy;
			this.downloadPolicy = policy.downloadPolicy;
			this.deletePolicy = policy.deletePolicy;
			this.extractPolicy = policy.extractPolicy;
			this.recyclePolicy = policy.recyclePolicy;
			this.whiteLists = policy.whiteLists;
			this.mappingPolicy = policy.mappingPolicy;
		}

	}

}
