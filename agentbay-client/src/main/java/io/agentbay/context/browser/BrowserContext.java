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

package io.agentbay.context.browser;

import java.util.ArrayList;
import java.util.List;

import io.agentbay.context.ContextSync;
import io.agentbay.context.policy.SyncPolicy;
import io.agentbay.context.policy.UploadPolicy;
import io.agentbay.context.policy.WhiteLists;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * What the browser of a session keeps beyond the session. Mounted as further contexts,
 * whichever contexts the session is given besides.
 *
 * @param contextId the context that keeps the profile
 * @param autoUpload whether the profile is saved when the session ends; default true
 * @param syncMode how much of the profile is kept; default
 * {@link BrowserSyncMode#STANDARD}
 * @param extensions the extensions of the browser, {@code null} for none
 * @param fingerprintContextId the context that keeps the browser's fingerprint,
 * {@code null} for none
 * @since 0.1.0
 */
@CheckReturnValue
public record BrowserContext(String contextId, boolean autoUpload, BrowserSyncMode syncMode,
		@Nullable ExtensionOption extensions, @Nullable String fingerprintContextId) {

	private static final String PROFILE = "/tmp/agentbay_browser";

	private static final String FINGERPRINT = "/tmp/browser_fingerprint";

	public BrowserContext {
		Assert.hasText(contextId, "'contextId' must not be empty");
		Assert.notNull(syncMode, "'syncMode' must not be null");
		Assert.isTrue(fingerprintContextId == null || !fingerprintContextId.isBlank(),
				"'fingerprintContextId' must not be blank; pass null for none");
	}

	/**
	 * Keep the profile of the browser.
	 * @param contextId the context that keeps it
	 * @return what is kept
	 */
	public static BrowserContext of(String contextId) {
		return new BrowserContext(contextId, true, BrowserSyncMode.STANDARD, null, null);
	}

	/**
	 * Return this without saving the profile when the session ends.
	 * @return a changed copy
	 */
	public BrowserContext withoutAutoUpload() {
		return new BrowserContext(this.contextId, false, this.syncMode, this.extensions, this.fingerprintContextId);
	}

	/**
	 * Return this with more or less of the profile.
	 * @param syncMode how much is kept
	 * @return a changed copy
	 */
	public BrowserContext withSyncMode(BrowserSyncMode syncMode) {
		return new BrowserContext(this.contextId, this.autoUpload, syncMode, this.extensions,
				this.fingerprintContextId);
	}

	/**
	 * Return this with extensions.
	 * @param extensions the extensions
	 * @return a changed copy
	 */
	public BrowserContext withExtensions(ExtensionOption extensions) {
		Assert.notNull(extensions, "'extensions' must not be null");
		return new BrowserContext(this.contextId, this.autoUpload, this.syncMode, extensions,
				this.fingerprintContextId);
	}

	/**
	 * Return this with a fingerprint that is kept.
	 * @param fingerprintContextId the context that keeps it
	 * @return a changed copy
	 * @throws IllegalArgumentException if the id is blank
	 */
	public BrowserContext withFingerprintContextId(String fingerprintContextId) {
		Assert.hasText(fingerprintContextId, "'fingerprintContextId' must not be empty");
		return new BrowserContext(this.contextId, this.autoUpload, this.syncMode, this.extensions,
				fingerprintContextId);
	}

	/**
	 * Return the contexts to mount: extensions, fingerprint, and the profile at last.
	 * @return the contexts
	 */
	public List<ContextSync> toContextSyncs() {
		List<ContextSync> contexts = new ArrayList<>();
		if (this.extensions != null) {
			contexts.add(this.extensions.toContextSync());
		}
		if (this.fingerprintContextId != null) {
			contexts.add(ContextSync.of(this.fingerprintContextId, FINGERPRINT)
				.withPolicy(SyncPolicy.defaults()
					.withUploadPolicy(UploadPolicy.defaults().withoutAutoUpload())
					.withWhiteLists(new WhiteLists(List.of()))));
		}
		UploadPolicy upload = UploadPolicy.defaults();
		contexts.add(ContextSync.of(this.contextId, PROFILE)
			.withPolicy(SyncPolicy.defaults()
				.withUploadPolicy(this.autoUpload ? upload : upload.withoutAutoUpload())
				.withWhiteLists(this.syncMode.whiteLists())));
		return contexts;
	}

}
