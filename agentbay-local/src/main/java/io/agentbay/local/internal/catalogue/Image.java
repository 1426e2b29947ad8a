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

package io.agentbay.local.internal.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.agentbay.local.internal.catalogue.Image.Part;
import io.agentbay.local.internal.tool.Tool;

/**
 * What an image is made of, and so which tools its sessions have. Where computers and
 * phones have tools of the same name, those of the first of these parts are taken.
 */
enum Image {

	LINUX("linux_latest", Part.BASE, Part.CODE, Part.BROWSER, Part.DESKTOP),

	CODE("code_latest", Part.BASE, Part.CODE),

	BROWSER("browser_latest", Part.BASE, Part.BROWSER),

	/**
	 * The desktop is that of Linux all the same.
	 */
	WINDOWS("windows_latest", Part.BASE, Part.DESKTOP),

	MOBILE("mobile_latest", Part.PHONE, Part.BASE),

	/**
	 * An image that somebody has made for phones: it may have anything.
	 */
	OWN_MOBILE("", Part.PHONE, Part.BASE, Part.CODE, Part.BROWSER, Part.DESKTOP),

	/**
	 * Any other image that somebody has made.
	 */
	OWN("", Part.BASE, Part.CODE, Part.BROWSER, Part.DESKTOP, Part.PHONE);

	/**
	 * The id of an image that has everything.
	 */
	static final String ANY = "any";

	private static final Set<String> OF_PHONES = Set.of("mobile", "android");

	private final String id;

	private final List<Part> parts;

	Image(String id, Part... parts) {
		this.id = id;
		this.parts = List.of(parts);
	}

	static Image of(String id) {
		for (Image image : values()) {
			if (image.id.equals(id)) {
				return image;
			}
		}
		String lower = id.toLowerCase(Locale.ROOT);
		return OF_PHONES.stream().anyMatch(lower::contains) ? OWN_MOBILE : OWN;
	}

	boolean has(Part part) {
		return this.parts.contains(part);
	}

	/**
	 * Whether its screen is that of a phone.
	 */
	boolean isPhone() {
		return this.parts.get(0) == Part.PHONE;
	}

	/**
	 * The tools of this image by name.
	 * @param tools the tools of each part
	 */
	Map<String, Tool> choose(Map<Part, List<Tool>> tools) {
		List<Tool> chosen = new ArrayList<>();
		this.parts.forEach((part) -> chosen.addAll(tools.getOrDefault(part, List.of())));
		return chosen.stream()
			.collect(Collectors.toMap(Tool::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
	}

	/**
	 * A part of an image.
	 */
	enum Part {

		/**
		 * What every image has.
		 */
		BASE,

		/**
		 * Interpreters.
		 */
		CODE,

		/**
		 * A browser.
		 */
		BROWSER,

		/**
		 * A desktop.
		 */
		DESKTOP,

		/**
		 * A phone.
		 */
		PHONE

	}

}
