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

package io.agentbay.local.internal.phone;

/**
 * An app of the simulated phone.
 */
abstract class App {

	private final String packageName;

	private final String label;

	private final boolean system;

	App(String packageName, String label, boolean system) {
		this.packageName = packageName;
		this.label = label;
		this.system = system;
	}

	final String packageName() {
		return this.packageName;
	}

	final String label() {
		return this.label;
	}

	final boolean system() {
		return this.system;
	}

	/**
	 * Put on a page what it shows.
	 */
	abstract void show(Page page);

	/**
	 * The app as it is when it has just been installed or stopped.
	 */
	abstract App fresh();

	/**
	 * Go to one of its activities.
	 * @return whether it has it
	 */
	boolean open(String activity) {
		return activity.endsWith(".MainActivity");
	}

	/**
	 * Go back inside the app.
	 * @return false if that leaves it
	 */
	boolean back() {
		return false;
	}

}
