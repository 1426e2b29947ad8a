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
package io.agentbay.wire;

import java.util.Map;

import io.agentbay.browser.Browser;
import io.agentbay.browser.BrowserFingerprint;
import io.agentbay.browser.BrowserFingerprint.Device;
import io.agentbay.browser.BrowserFingerprint.OperatingSystem;
import io.agentbay.browser.BrowserNotification;
import io.agentbay.browser.BrowserOption;
import io.agentbay.browser.BrowserProxy;
import io.agentbay.browser.BrowserProxy.Managed;
import io.agentbay.browser.BrowserSize;
import io.agentbay.browser.BrowserType;
import io.agentbay.browser.FingerprintFormat;
import io.agentbay.event.EventSubscription;
import io.agentbay.session.CreateSessionOptions;
import tools.jackson.databind.json.JsonMapper;

/**
 * The browser of a session, its options and its notifications.
 */
final class BrowserCalls {

	private BrowserCalls() {
	}

	static void addTo(Catalogue calls) {
		calls.gateway("start", (it) -> it.browser().initialize());
		calls.gateway("start, full", (it) -> it.browser().initialize(full()));
		calls.call("start in a session with replay",
				(it) -> it.client()
					.create(CreateSessionOptions.builder().enableBrowserReplay(true).build())
					.browser()
					.initialize());
		proxies(calls);
		options(calls);
		calls.gateway("address", (it) -> {
			it.browser().initialize();
			it.browser().fetchEndpointUrl();
		});
		calls.tool("stop", (it) -> {
			it.browser().initialize();
			it.browser().destroy();
		});
		notifications(calls);
	}

	private static BrowserOption full() {
		return BrowserOption.builder()
			.useStealth(true)
			.userAgent("Agent/1")
			.viewport(new BrowserSize(800, 600))
			.screen(new BrowserSize(1600, 900))
			.fingerprint(BrowserFingerprint.any()
				.withDevices(Device.values())
				.withOperatingSystems(OperatingSystem.values())
				.withLocales("de-DE", "en-GB"))
			.fingerprintData("{\"screen\":\"ü\"}")
			.fingerprintPersistent(true)
			.solveCaptchas(true)
			.autoLogin(true)
			.callForUser(true)
			.proxy(BrowserProxy.custom("http://proxy:1", "u", "secret-word"))
			.extensionPath("/tmp/mine/")
			.arguments("--mute-audio", "--incognito")
			.startUrl("https://example.com")
			.type(BrowserType.CHROMIUM)
			.behaviorSimulate(false)
			.build();
	}

	private static void options(Catalogue calls) {
		start(calls, "start Chrome", BrowserOption.builder().type(BrowserType.CHROME));
		start(calls, "start with imitated behaviour", BrowserOption.builder().behaviorSimulate(true));
		start(calls, "start with any fingerprint", BrowserOption.builder().fingerprint(BrowserFingerprint.any()));
		start(calls, "start with the fingerprint of a page",
				BrowserOption.builder()
					.fingerprintData(FingerprintFormat
						.fromJson("{\"fingerprint\":{\"screen\":{\"width\":1}},\"headers\":{\"a\":\"b\"}}")));
	}

	private static void proxies(Catalogue calls) {
		proxy(calls, "custom", BrowserProxy.custom("http://p:1"));
		proxy(calls, "restricted", BrowserProxy.restricted());
		proxy(calls, "polling", BrowserProxy.polling());
		proxy(calls, "polling, full", BrowserProxy.polling().withPoolSize(3));
		for (Managed.Strategy strategy : Managed.Strategy.values()) {
			proxy(calls, "managed " + strategy, new Managed(strategy, "u-1", "isp", "CN", "Zhejiang", "Hangzhou"));
		}
		proxy(calls, "managed", BrowserProxy.managed(Managed.Strategy.STICKY, "u-1"));
	}

	private static void proxy(Catalogue calls, String name, BrowserProxy proxy) {
		start(calls, "start with the proxy " + name, BrowserOption.builder().proxy(proxy));
	}

	private static void start(Catalogue calls, String name, BrowserOption.Builder option) {
		calls.gateway(name, (it) -> it.browser().initialize(option.build()));
	}

	private static void notifications(Catalogue calls) {
		calls.call("send a notification", (it) -> {
			it.streaming()
				.browser()
				.sendNotification(new BrowserNotification("call-for-user", 3, 201, "m ü", "a",
						JsonMapper.shared().valueToTree(Map.of("k", "v"))));
			it.await(2);
		});
		calls.call("send that a takeover is done", (it) -> {
			it.streaming().browser().sendTakeoverDone(4);
			it.await(2);
		});
		calls.call("listen to notifications", (it) -> {
			Browser browser = it.streaming().browser();
			EventSubscription listener = browser.listen((notification) -> {
			});
			it.await(1);
			listener.close();
		});
	}

}
