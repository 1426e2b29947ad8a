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

package io.agentbay.mobile;

/**
 * Which part of another phone a phone takes over.
 */
public enum SimulateMode {

	/** Its properties. */
	PROPERTIES_ONLY("PropertiesOnly", ""),

	/** Its sensors. */
	SENSORS_ONLY("SensorsOnly", "-sensors"),

	/** Its packages. */
	PACKAGES_ONLY("PackagesOnly", "-packages"),

	/** Its services. */
	SERVICES_ONLY("ServicesOnly", "-services"),

	/** All of it. */
	ALL("All", "-all");

	private final String wireName;

	private final String option;

	SimulateMode(String wireName, String option) {
		this.wireName = wireName;
		this.option = option;
	}

	/**
	 * Return the name that the service's documents use.
	 * @return the name
	 */
	public String wireName() {
		return this.wireName;
	}

	String option() {
		return this.option;
	}

}
