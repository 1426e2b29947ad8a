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

package io.agentbay.device;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Which installed applications to list: by default those of the start menu, on a phone
 * those that its launcher shows, without what belongs to the system. Immutable.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class AppFilter {

	private static final AppFilter DEFAULTS = new AppFilter(true, false, false);

	private final boolean startMenu;

	private final boolean desktop;

	private final boolean systemApps;

	private AppFilter(boolean startMenu, boolean desktop, boolean systemApps) {
		this.startMenu = startMenu;
		this.desktop = desktop;
		this.systemApps = systemApps;
	}

	/**
	 * Return the default filter.
	 * @return the defaults
	 */
	public static AppFilter defaults() {
		return DEFAULTS;
	}

	/**
	 * Return this filter without what the start menu offers.
	 * @return a changed copy
	 */
	public AppFilter withoutStartMenu() {
		return new AppFilter(false, this.desktop, this.systemApps);
	}

	/**
	 * Return this filter with what has an icon on the desktop.
	 * @return a changed copy
	 */
	public AppFilter withDesktop() {
		return new AppFilter(this.startMenu, true, this.systemApps);
	}

	/**
	 * Return this filter with what belongs to the system.
	 * @return a changed copy
	 */
	public AppFilter withSystemApps() {
		return new AppFilter(this.startMenu, this.desktop, true);
	}

	/**
	 * Return whether to list what the start menu offers.
	 * @return whether to
	 */
	public boolean startMenu() {
		return this.startMenu;
	}

	/**
	 * Return whether to list what has an icon on the desktop.
	 * @return whether to
	 */
	public boolean desktop() {
		return this.desktop;
	}

	/**
	 * Return whether to list what belongs to the system.
	 * @return whether to
	 */
	public boolean systemApps() {
		return this.systemApps;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof AppFilter that && this.startMenu == that.startMenu && this.desktop == that.desktop
				&& this.systemApps == that.systemApps;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.startMenu, this.desktop, this.systemApps);
	}

	@Override
	public String toString() {
		return "AppFilter[startMenu=%s, desktop=%s, systemApps=%s]".formatted(this.startMenu, this.desktop,
				this.systemApps);
	}

}
