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

/**
 * Which installed applications to list.
 *
 * @param startMenu whether to list those of the start menu, on a phone those that its
 * launcher shows; default true
 * @param desktop whether to list those with an icon on the desktop; default false
 * @param ignoreSystemApps whether to leave out what belongs to the system; default true
 */
public record AppFilter(boolean startMenu, boolean desktop, boolean ignoreSystemApps) {

	private static final AppFilter DEFAULTS = new AppFilter(true, false, true);

	/**
	 * Return the default filter.
	 * @return the defaults
	 */
	public static AppFilter defaults() {
		return DEFAULTS;
	}

	/**
	 * Return this filter with or without what the start menu offers.
	 * @param startMenu whether to list it
	 * @return a changed copy
	 */
	public AppFilter withStartMenu(boolean startMenu) {
		return new AppFilter(startMenu, this.desktop, this.ignoreSystemApps);
	}

	/**
	 * Return this filter with or without what is on the desktop.
	 * @param desktop whether to list it
	 * @return a changed copy
	 */
	public AppFilter withDesktop(boolean desktop) {
		return new AppFilter(this.startMenu, desktop, this.ignoreSystemApps);
	}

	/**
	 * Return this filter without or with what belongs to the system.
	 * @param ignoreSystemApps whether to leave it out
	 * @return a changed copy
	 */
	public AppFilter withIgnoreSystemApps(boolean ignoreSystemApps) {
		return new AppFilter(this.startMenu, this.desktop, ignoreSystemApps);
	}

}
