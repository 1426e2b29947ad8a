package io.agentbay.local.phone;

import java.io.IOException;
import java.util.Locale;

/**
 * The app from which the others are started.
 */
final class Launcher extends App {

	private final Phone phone;

	Launcher(Phone phone) {
		super("io.agentbay.launcher", "Launcher", true);
		this.phone = phone;
	}

	@Override
	App fresh() {
		return this;
	}

	@Override
	void show(Page page) {
		page.text("title", "Simulated phone");
		for (App app : this.phone.shownApps()) {
			page.button("app_" + app.label().toLowerCase(Locale.ROOT), app.label(), () -> {
				try {
					this.phone.start(app.packageName(), "");
				}
				catch (IOException ex) {
					// A rule forbids it: a tap does nothing then.
				}
			});
		}
	}

}
