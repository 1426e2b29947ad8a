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

package io.agentbay.browser;

import java.util.List;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * What the fingerprint that the service makes up for a browser is chosen from.
 *
 * @param devices the kinds of device, empty for any
 * @param operatingSystems the operating systems, empty for any
 * @param locales the languages, such as {@code en-US}, empty for any
 * @since 0.1.0
 */
@CheckReturnValue
public record BrowserFingerprint(List<Device> devices, List<OperatingSystem> operatingSystems, List<String> locales) {

	public BrowserFingerprint {
		Assert.notNull(devices, "'devices' must not be null");
		Assert.notNull(operatingSystems, "'operatingSystems' must not be null");
		Assert.notNull(locales, "'locales' must not be null");
		Assert.noNullElements(devices, "'devices' must not hold null");
		Assert.noNullElements(operatingSystems, "'operatingSystems' must not hold null");
		for (String locale : locales) {
			Assert.hasText(locale, "'locales' must not hold empty names");
		}
		devices = List.copyOf(devices);
		operatingSystems = List.copyOf(operatingSystems);
		locales = List.copyOf(locales);
	}

	/**
	 * Return the choice of anything.
	 * @return the choice
	 */
	public static BrowserFingerprint any() {
		return new BrowserFingerprint(List.of(), List.of(), List.of());
	}

	/**
	 * Return this choice with other kinds of device.
	 * @param devices the kinds
	 * @return a changed copy
	 */
	public BrowserFingerprint withDevices(Device... devices) {
		return new BrowserFingerprint(List.of(devices), this.operatingSystems, this.locales);
	}

	/**
	 * Return this choice with other operating systems.
	 * @param operatingSystems the systems
	 * @return a changed copy
	 */
	public BrowserFingerprint withOperatingSystems(OperatingSystem... operatingSystems) {
		return new BrowserFingerprint(this.devices, List.of(operatingSystems), this.locales);
	}

	/**
	 * Return this choice with other languages.
	 * @param locales the languages
	 * @return a changed copy
	 */
	public BrowserFingerprint withLocales(String... locales) {
		return new BrowserFingerprint(this.devices, this.operatingSystems, List.of(locales));
	}

	/**
	 * A kind of device.
	 */
	public enum Device {

		/** A computer. */
		DESKTOP,

		/** A telephone. */
		MOBILE

	}

	/**
	 * An operating system.
	 */
	public enum OperatingSystem {

		/** Windows. */
		WINDOWS,

		/** macOS. */
		MACOS,

		/** Linux. */
		LINUX,

		/** Android. */
		ANDROID,

		/** iOS. */
		IOS

	}

}
