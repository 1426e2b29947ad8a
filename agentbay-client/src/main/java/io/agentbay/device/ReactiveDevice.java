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

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;

import io.agentbay.internal.blocking.BlockingDevice;
import io.agentbay.internal.blocking.BlockingShape;
import io.agentbay.internal.blocking.BlockingShape.Kind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * What the desktop and the phone of a session have in common: a screen, something to type
 * with, and applications. What a tool of the session refuses is a
 * {@link io.agentbay.error.ToolFailedException}. Called by applications: new methods may
 * be added in minor releases.
 *
 * @since 0.1.0
 */
@CheckReturnValue
public interface ReactiveDevice {

	/**
	 * Type a text where the focus is: tool {@code input_text}. A phone refuses when
	 * nothing that takes text has the focus.
	 * @param text the text
	 * @return completes when it is typed
	 * @throws IllegalArgumentException if the text is {@code null} or empty
	 */
	Mono<Void> inputText(String text);

	/**
	 * Take a picture of the screen in PNG: tool {@code screenshot}, or without a direct
	 * link tool {@code system_screenshot} and an HTTP GET.
	 * @return the picture
	 */
	default Mono<Screenshot> screenshot() {
		return screenshot(ScreenshotFormat.PNG);
	}

	/**
	 * Take a picture of the screen: tool {@code screenshot}, or without a direct link
	 * tool {@code system_screenshot} and an HTTP GET. A session without a direct link
	 * takes pictures in PNG only, any other format is a
	 * {@link io.agentbay.error.ServiceException}.
	 * @param format the format of the picture
	 * @return the picture
	 * @throws IllegalArgumentException if the format is {@code null}
	 */
	Mono<Screenshot> screenshot(ScreenshotFormat format);

	/**
	 * Take a picture of the screen and leave it where it can be fetched: tool
	 * {@code system_screenshot}. Sessions with a direct link do not offer it, which is a
	 * {@link io.agentbay.error.ServiceException}.
	 * @return its address, which expires after about an hour; whoever knows it can fetch
	 * the picture
	 */
	Mono<URI> screenshotUrl();

	/**
	 * List the applications of the start menu, on a phone those that its launcher shows,
	 * without those of the system: tool {@code get_installed_apps}.
	 * @return the applications
	 */
	@BlockingShape(Kind.LIST)
	default Flux<InstalledApp> listInstalledApps() {
		return listInstalledApps(AppFilter.defaults());
	}

	/**
	 * List the installed applications: tool {@code get_installed_apps}.
	 * @param filter which ones
	 * @return the applications
	 * @throws IllegalArgumentException if the filter is {@code null}
	 */
	@BlockingShape(Kind.LIST)
	Flux<InstalledApp> listInstalledApps(AppFilter filter);

	/**
	 * Start an application: tool {@code start_app}.
	 * @param startCommand what starts it, on a phone such as
	 * {@code monkey -p com.example.app -c android.intent.category.LAUNCHER 1}
	 * @return the processes that were started
	 * @throws IllegalArgumentException if the command is blank
	 */
	default Mono<List<AppProcess>> startApp(String startCommand) {
		return startApp(startCommand, StartAppOptions.defaults());
	}

	/**
	 * Start an application: tool {@code start_app}.
	 * @param startCommand what starts it
	 * @param options changes the default options
	 * @return the processes that were started
	 * @throws IllegalArgumentException if the command is blank or an option not usable
	 */
	default Mono<List<AppProcess>> startApp(String startCommand, UnaryOperator<StartAppOptions> options) {
		return startApp(startCommand, StartAppOptions.of(options));
	}

	/**
	 * Start an application: tool {@code start_app}.
	 * @param startCommand what starts it
	 * @param options how to start it
	 * @return the processes that were started
	 * @throws IllegalArgumentException if the command is blank
	 */
	Mono<List<AppProcess>> startApp(String startCommand, StartAppOptions options);

	/**
	 * Stop an application: tool {@code stop_app_by_cmd}.
	 * @param stopCommand what stops it, on a phone such as
	 * {@code am force-stop com.example.app}
	 * @return completes when it is stopped
	 * @throws IllegalArgumentException if the command is blank
	 */
	Mono<Void> stopApp(String stopCommand);

	/**
	 * Return the blocking face of this.
	 * @return the blocking face
	 */
	default Device blocking() {
		return new BlockingDevice(this);
	}

}
