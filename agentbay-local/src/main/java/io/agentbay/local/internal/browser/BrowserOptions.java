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

package io.agentbay.local.internal.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a browser is to be like, as far as this runtime can bring it about. Solving
 * captchas, logging in, calling for the user, recording, imitating human behaviour and
 * made-up fingerprints are the service's own; what is asked of them is accepted and has
 * no effect, except that the first locale of a fingerprint becomes the browser's
 * language.
 *
 * @param userAgent how it names itself, {@code null} for its own way
 * @param stealth whether it hides that a program drives it
 * @param viewport the size of its pages, {@code null} for the default
 * @param screen the size of its screen, {@code null} for the default
 * @param locale its language, {@code null} for the default
 * @param proxy the proxy that it uses, {@code null} for none
 * @param extensionPath where unpacked extensions are, one directory each
 * @param arguments further switches for its command line
 * @param startUrl the page that it opens at first, {@code null} for an empty one
 */
public record BrowserOptions(@Nullable String userAgent, boolean stealth, @Nullable Size viewport,
		@Nullable Size screen, @Nullable String locale, @Nullable Proxy proxy, String extensionPath,
		List<String> arguments, @Nullable String startUrl) {

	static final Size DEFAULT_SIZE = new Size(1920, 1080);

	private static final String EXTENSIONS = "/tmp/extensions/";

	private static final int MAX_PIXELS = 16384;

	private static final Pattern SWITCH = Pattern.compile("--[a-zA-Z].*", Pattern.DOTALL);

	public BrowserOptions {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Read options as the protocol has them.
	 * @param mapper reads JSON
	 * @param text a JSON object, {@code null} for the defaults
	 * @return the options
	 * @throws BrowserException if they cannot be met
	 */
	public static BrowserOptions parse(JsonMapper mapper, @Nullable String text) throws BrowserException {
		JsonNode json;
		try {
			json = mapper.readTree((text != null) ? text : "{}");
		}
		catch (JacksonException ex) {
			throw new BrowserException("BrowserOption is not JSON");
		}
		if (!json.isObject()) {
			throw new BrowserException("BrowserOption is not a JSON object");
		}
		List<String> arguments = new ArrayList<>();
		for (JsonNode argument : json.path("cmdArgs")) {
			arguments.add(checkedSwitch(argument.asString("")));
		}
		String locale = text(json.path("fingerprint").path("locales").path(0));
		String extensions = text(json.path("extensionPath"));
		return new BrowserOptions(text(json.path("userAgent")), json.path("useStealth").asBoolean(false),
				size(json, "viewport"), size(json, "screen"), locale, proxy(json.path("proxies")),
				(extensions != null) ? extensions : EXTENSIONS, arguments, text(json.path("defaultNavigateUrl")));
	}

	Size pageSize() {
		return (this.viewport != null) ? this.viewport : DEFAULT_SIZE;
	}

	Size screenSize() {
		return (this.screen != null) ? this.screen : DEFAULT_SIZE;
	}

	private static String checkedSwitch(String argument) throws BrowserException {
		if (!SWITCH.matcher(argument).matches() || argument.indexOf('\0') >= 0) {
			throw new BrowserException("cmdArgs must hold switches such as --mute-audio, not '" + argument + "'");
		}
		return argument;
	}

	private static @Nullable Size size(JsonNode json, String name) throws BrowserException {
		JsonNode size = json.path(name);
		if (size.isMissingNode() || size.isNull()) {
			return null;
		}
		int width = size.path("width").asInt(0);
		int height = size.path("height").asInt(0);
		if (width < 1 || height < 1 || width > MAX_PIXELS || height > MAX_PIXELS) {
			throw new BrowserException(
					"The %s must have a width and a height from 1 to %s pixels".formatted(name, MAX_PIXELS));
		}
		return new Size(width, height);
	}

	/** Only a proxy of the caller's own is used. */
	private static @Nullable Proxy proxy(JsonNode proxies) throws BrowserException {
		if (proxies.isMissingNode() || proxies.isNull() || proxies.isEmpty()) {
			return null;
		}
		JsonNode proxy = proxies.path(0);
		String type = text(proxy.path("type"));
		if (proxies.size() > 1) {
			throw new BrowserException("A browser uses at most one proxy, not " + proxies.size());
		}
		if ("wuying".equals(type) || "managed".equals(type)) {
			// These are the service's own; here its browsers go the direct way.
			return null;
		}
		if (!"custom".equals(type)) {
			throw new BrowserException("A proxy is of the type custom, wuying or managed, not " + type);
		}
		String server = text(proxy.path("server"));
		if (server == null) {
			throw new BrowserException("A proxy of the type custom needs a server");
		}
		return new Proxy(server, text(proxy.path("username")), text(proxy.path("password")));
	}

	private static @Nullable String text(JsonNode node) {
		return (node.isString() && !node.asString().isBlank()) ? node.asString() : null;
	}

	/**
	 * A size in pixels.
	 *
	 * @param width the width
	 * @param height the height
	 */
	public record Size(int width, int height) {
	}

	/**
	 * A proxy.
	 *
	 * @param server its address
	 * @param username who asks, {@code null} for nobody in particular
	 * @param password the password, {@code null} for none
	 */
	public record Proxy(String server, @Nullable String username, @Nullable String password) {

		@Override
		public String toString() {
			return "Proxy[server=" + this.server + "]";
		}

	}

}
