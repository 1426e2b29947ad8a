package io.agentbay.local.phone;

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
