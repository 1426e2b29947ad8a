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

package io.agentbay.local.internal.mount;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.context.ContextRefusedException;
import io.agentbay.local.internal.mount.WhiteLists.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * When and what of a context is copied.
 *
 * @param autoUpload whether the session's files are stored before it ends
 * @param archive whether they are stored in one archive
 * @param archiveExcludes beginnings of paths, from the mount, of files that are stored
 * one by one all the same
 * @param autoDownload whether the stored files are put into the session at once
 * @param deleteStored whether what is deleted in the session is deleted in the storage
 * @param extract whether archives are unpacked in the session
 * @param deleteArchive whether the session gets only what was in them
 * @param extractHere whether they are unpacked beside the archive rather than into a
 * folder of their name
 * @param whiteLists which part is copied
 * @param mappedPath the path that the files are stored under; {@code null} for the one
 * that the context is mounted at
 * @param period how often files are saved while the session lives; {@code null} for only
 * at its end
 * @param lifecycle how long after the session's end stored files are kept; {@code null}
 * for ever
 * @param recycled which of them, from the mount
 */
record SyncPolicy(boolean autoUpload, boolean archive, List<String> archiveExcludes, boolean autoDownload,
		boolean deleteStored, boolean extract, boolean deleteArchive, boolean extractHere, WhiteLists whiteLists,
		@Nullable ContextPath mappedPath, @Nullable Duration period, @Nullable Duration lifecycle,
		List<ContextPath> recycled) {

	static final SyncPolicy DEFAULT = new SyncPolicy(true, false, List.of(), true, true, true, true, false,
			WhiteLists.EVERYTHING, null, null, null, List.of());

	/**
	 * For contexts whose files are copied one by one, when somebody asks for it.
	 */
	static final SyncPolicy ON_REQUEST = new SyncPolicy(false, false, List.of(), false, false, false, false, false,
			WhiteLists.EVERYTHING, null, null, null, List.of());

	private static final Set<String> LIFECYCLES = Set.of("1day", "3days", "5days", "10days", "15days", "30days",
			"90days", "180days", "360days", "forever");

	/**
	 * Read a policy. Names of values may be those of the protocol or those of constants
	 * ({@code UploadBeforeResourceRelease}, {@code UPLOAD_BEFORE_RESOURCE_RELEASE}); what
	 * is absent or null has its default.
	 * @param mapper reads JSON
	 * @param text the policy, a JSON object
	 * @param mount where the context is mounted
	 */
	static SyncPolicy read(JsonMapper mapper, @Nullable String text, ContextPath mount) {
		if (text == null || text.isBlank()) {
			return DEFAULT;
		}
		JsonNode policy;
		try {
			policy = mapper.readTree(text);
		}
		catch (JacksonException ex) {
			throw refused("is not JSON: " + ex.getOriginalMessage());
		}
		if (policy.isNull()) {
			return DEFAULT;
		}
		if (!policy.isObject()) {
			throw refused("must be a JSON object");
		}
		JsonNode upload = part(policy, "uploadPolicy");
		JsonNode download = part(policy, "downloadPolicy");
		JsonNode extract = part(policy, "extractPolicy");
		value(upload, "uploadStrategy", Set.of("uploadbeforeresourcerelease"), "");
		value(download, "downloadStrategy", Set.of("downloadasync"), "");
		JsonNode recycle = part(policy, "recyclePolicy");
		String lifecycle = value(recycle, "lifecycle", LIFECYCLES, "lifecycle");
		String mode = value(upload, "uploadMode", Set.of("file", "archive"), "");
		return new SyncPolicy(flag(upload, "autoUpload", true), "archive".equals(mode), archiveExcludes(upload),
				flag(download, "autoDownload", true), flag(part(policy, "deletePolicy"), "syncLocalFile", true),
				flag(extract, "extract", true), flag(extract, "deleteSrcFile", true),
				flag(extract, "extractToCurrentFolder", flag(extract, "extractCurrentFolder", false)),
				whiteLists(part(policy, "bwList"), mount), mappedPath(part(policy, "mappingPolicy")), period(upload),
				lifetime(lifecycle), recycled(recycle, mount));
	}

	private static List<String> archiveExcludes(JsonNode upload) {
		List<String> paths = new ArrayList<>();
		for (JsonNode item : items(upload, "archiveExcludePaths")) {
			if (!item.isString() || item.stringValue().isBlank()) {
				throw refused("must have texts as archiveExcludePaths");
			}
			String path = item.stringValue();
			if (path.chars().anyMatch((character) -> "*?[]".indexOf(character) >= 0)) {
				throw refused("must not have wildcards in archiveExcludePaths");
			}
			ContextPath.of(path);
			paths.add(path.startsWith("/") ? path.substring(1) : path);
		}
		return paths;
	}

	/**
	 * Whether something is stored by itself although the rest is in an archive.
	 * @param path its path, from the mount
	 * @param folder whether it is a folder
	 */
	boolean isOutsideOfArchive(ContextPath path, boolean folder) {
		String name = path.toString().substring(1) + (folder ? "/" : "");
		return this.archiveExcludes.stream().anyMatch(name::startsWith);
	}

	/** In seconds, as the newer of the SDKs that have it says. */
	private static @Nullable Duration period(JsonNode upload) {
		JsonNode period = upload.path("period");
		if (isAbsent(period)) {
			return null;
		}
		if (!period.canConvertToInt() || period.intValue() < 1) {
			throw refused("must have a positive whole number as period");
		}
		return Duration.ofSeconds(period.intValue());
	}

	private static @Nullable Duration lifetime(@Nullable String lifecycle) {
		return (lifecycle == null || lifecycle.equals("forever")) ? null
				: Duration.ofDays(Integer.parseInt(lifecycle.replaceAll("\\D", "")));
	}

	private static List<ContextPath> recycled(JsonNode recycle, ContextPath mount) {
		List<ContextPath> paths = new ArrayList<>();
		items(recycle, "paths").forEach((item) -> paths.add(path(item, "paths", mount)));
		return paths.isEmpty() ? List.of(ContextPath.ROOT) : paths;
	}

	private static Pattern regex(JsonNode value, String name) {
		if (!value.isString() || value.stringValue().isBlank()) {
			throw refused("must have regular expressions as " + name);
		}
		try {
			return Pattern.compile(value.stringValue());
		}
		catch (PatternSyntaxException ex) {
			throw refused("has a regular expression in " + name + " that cannot be read: " + ex.getDescription());
		}
	}

	private static WhiteLists whiteLists(JsonNode list, ContextPath mount) {
		List<Rule> rules = new ArrayList<>();
		for (JsonNode item : items(list, "whiteLists")) {
			if (!item.isObject()) {
				throw refused("must have objects in whiteLists");
			}
			List<ContextPath> excluded = new ArrayList<>();
			List<Pattern> excludedMatches = new ArrayList<>();
			for (JsonNode exclude : items(item, "excludePaths")) {
				if (flag(item, "isExcludeRegex", false)) {
					excludedMatches.add(regex(exclude, "excludePaths"));
				}
				else {
					excluded.add(path(exclude, "excludePaths", mount));
				}
			}
			JsonNode path = item.path("path");
			if (flag(item, "isPathRegex", false)) {
				rules.add(new Rule(ContextPath.ROOT, regex(path, "path"), excluded, excludedMatches));
			}
			else {
				rules.add(new Rule(isAbsent(path) ? ContextPath.ROOT : path(path, "path", mount), null, excluded,
						excludedMatches));
			}
		}
		return new WhiteLists(rules);
	}

	private static ContextPath path(JsonNode node, String name, ContextPath mount) {
		if (!node.isString()) {
			throw refused("must have texts as " + name);
		}
		ContextPath path = ContextPath.of(node.stringValue());
		return path.startsWith(mount) ? path.after(mount) : path;
	}

	private static @Nullable ContextPath mappedPath(JsonNode mapping) {
		JsonNode path = mapping.path("path");
		if (isAbsent(path) || path.isString() && path.stringValue().isBlank()) {
			return null;
		}
		if (!path.isString()) {
			throw refused("must have a text as the path of mappingPolicy");
		}
		return ContextPath.of(path.stringValue());
	}

	private static Iterable<JsonNode> items(JsonNode parent, String name) {
		JsonNode list = parent.path(name);
		if (isAbsent(list)) {
			return List.of();
		}
		if (!list.isArray()) {
			throw refused("must have a list as " + name);
		}
		return list;
	}

	private static JsonNode part(JsonNode policy, String name) {
		JsonNode part = policy.path(name);
		if (!isAbsent(part) && !part.isObject()) {
			throw refused("must have an object as " + name);
		}
		return part;
	}

	private static boolean flag(JsonNode part, String name, boolean standard) {
		JsonNode flag = part.path(name);
		if (isAbsent(flag)) {
			return standard;
		}
		if (!flag.isBoolean()) {
			throw refused("must have true or false as " + name);
		}
		return flag.booleanValue();
	}

	private static @Nullable String value(JsonNode part, String name, Set<String> known, String prefix) {
		JsonNode value = part.path(name);
		if (isAbsent(value)) {
			return null;
		}
		String plain = value.isString() ? value.stringValue().replace("_", "").toLowerCase(Locale.ROOT) : "";
		plain = plain.startsWith(prefix) ? plain.substring(prefix.length()) : plain;
		if (!known.contains(plain)) {
			throw refused("has the unknown " + name + " " + value);
		}
		return plain;
	}

	private static boolean isAbsent(JsonNode node) {
		return node.isMissingNode() || node.isNull();
	}

	private static ContextRefusedException refused(String problem) {
		return new ContextRefusedException("InvalidParameter", "A Policy in PersistenceDataList " + problem);
	}

}
