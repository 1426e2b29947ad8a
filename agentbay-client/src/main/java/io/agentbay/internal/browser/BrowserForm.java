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

package io.agentbay.internal.browser;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.agentbay.browser.BrowserFingerprint;
import io.agentbay.browser.BrowserNotification;
import io.agentbay.browser.BrowserOption;
import io.agentbay.browser.BrowserProxy;
import io.agentbay.browser.BrowserSize;
import io.agentbay.browser.BrowserType;
import io.agentbay.internal.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The form in which a browser's options and notifications travel; what is not set is left
 * out.
 */
final class BrowserForm {

	private static final String FINGERPRINT = "/tmp/browser_fingerprint/fingerprint.json";

	private BrowserForm() {
	}

	static Map<String, Object> option(BrowserOption option) {
		String data = option.fingerprintData();
		BrowserFingerprint fingerprint = option.fingerprint();
		BrowserProxy proxy = option.proxy();
		BrowserType type = option.type();
		Map<String, Object> form = new LinkedHashMap<>();
		put(form, "behaviorSimulate", option.behaviorSimulate());
		form.put("useStealth", option.useStealth());
		put(form, "userAgent", option.userAgent());
		put(form, "viewport", size(option.viewport()));
		put(form, "screen", size(option.screen()));
		put(form, "fingerprint", (fingerprint != null) ? fingerprint(fingerprint) : null);
		put(form, "fingerprintRawData",
				(data != null) ? Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8)) : null);
		put(form, "fingerprintPersistPath", option.fingerprintPersistent() ? FINGERPRINT : null);
		form.put("solveCaptchas", option.solveCaptchas());
		form.put("autoLogin", option.autoLogin());
		form.put("callForUser", option.callForUser());
		put(form, "proxies", (proxy != null) ? List.of(proxy(proxy)) : null);
		form.put("extensionPath", option.extensionPath());
		put(form, "cmdArgs", option.arguments().isEmpty() ? null : option.arguments());
		put(form, "defaultNavigateUrl", option.startUrl());
		put(form, "browserType", (type != null) ? type.wireName() : null);
		return form;
	}

	private static @Nullable Map<String, Object> size(@Nullable BrowserSize size) {
		return (size != null) ? Map.of("width", size.width(), "height", size.height()) : null;
	}

	private static Map<String, Object> fingerprint(BrowserFingerprint fingerprint) {
		Map<String, Object> form = new LinkedHashMap<>();
		putNames(form, "devices", fingerprint.devices().stream().map(BrowserForm::name).toList());
		putNames(form, "operatingSystems", fingerprint.operatingSystems().stream().map(BrowserForm::name).toList());
		putNames(form, "locales", fingerprint.locales());
		return form;
	}

	static Map<String, Object> proxy(BrowserProxy proxy) {
		Map<String, Object> form = new LinkedHashMap<>();
		if (proxy instanceof BrowserProxy.Custom custom) {
			form.put("type", "custom");
			form.put("server", custom.server());
			put(form, "username", custom.username());
			put(form, "password", custom.password());
		}
		else if (proxy instanceof BrowserProxy.Wuying wuying) {
			form.put("type", "wuying");
			form.put("strategy", name(wuying.strategy()));
			put(form, "pollsize",
					(wuying.strategy() == BrowserProxy.Wuying.Strategy.POLLING) ? wuying.poolSize() : null);
		}
		else if (proxy instanceof BrowserProxy.Managed managed) {
			form.put("type", "managed");
			form.put("strategy", name(managed.strategy()));
			form.put("userId", managed.userId());
			put(form, "isp", managed.isp());
			put(form, "country", managed.country());
			put(form, "province", managed.province());
			put(form, "city", managed.city());
		}
		return form;
	}

	static Map<String, Object> notification(BrowserNotification notification) {
		Map<String, Object> form = new LinkedHashMap<>();
		form.put("type", notification.type());
		form.put("id", notification.id());
		form.put("code", notification.code());
		form.put("message", notification.message());
		form.put("action", notification.action());
		put(form, "extraParams", notification.extraParams().isEmpty() ? null : notification.extraParams());
		return form;
	}

	/** Something without a type is none. */
	static @Nullable BrowserNotification notification(JsonNode data) {
		String type = Json.text(data, "type");
		if (type == null || type.isBlank()) {
			return null;
		}
		JsonNode extra = data.has("extraParams") ? data.path("extraParams") : data.path("extra_params");
		return new BrowserNotification(type, data.path("id").asLong(0), data.path("code").asInt(0),
				Objects.requireNonNullElse(Json.text(data, "message"), ""),
				Objects.requireNonNullElse(Json.text(data, "action"), ""),
				extra.isObject() ? extra : JsonNodeFactory.instance.objectNode());
	}

	private static String name(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	private static void putNames(Map<String, Object> form, String name, List<String> values) {
		put(form, name, values.isEmpty() ? null : values);
	}

	private static void put(Map<String, Object> form, String name, @Nullable Object value) {
		if (value != null) {
			form.put(name, value);
		}
	}

}
