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
