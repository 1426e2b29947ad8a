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

package io.agentbay.ai.governance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Takes secrets out of the arguments of tool calls before anybody sees them: in events,
 * approvals, audit and logs. The tool itself gets the arguments as they are.
 *
 * <p>
 * A value whose name tells that it is a secret, such as {@code password}, is replaced as
 * a whole; within other values, whatever looks like a secret. Without patterns that tell
 * otherwise these are API keys of well-known services, tokens, private keys, passwords in
 * addresses, and what follows words such as {@code --password}.
 *
 * @since 0.1.0
 */
public class ArgumentRedactor {

	/** What stands in the place of a secret. */
	public static final String MASK = "****";

	/** The most characters of redacted arguments if nothing else is said. */
	public static final int DEFAULT_MAX_LENGTH = 4000;

	/** What the marks of cuts may add. */
	private static final int NOTES = 500;

	private static final Pattern END_OF_KEY = Pattern
		.compile("\\A(?:(?!-----BEGIN)[\\s\\S])*?-----END [A-Z ]{0,40}KEY-----");

	private static final String SECRET_NAME = "(?:(?:pg|ssh)?pass(?:word|wd|phrase)?|pwd|secret|token|api[-_]?key|access[-_]?key"
			+ "(?:[-_]?id)?|private[-_]?key|auth(?:orization)?|credentials?|cookie|session[-_]?key|client[-_]?secret|signature)";

	private static final Pattern NAME = Pattern.compile(".*?(?:^|[-_.]|(?<=[a-z])(?=[A-Z]))(?i:" + SECRET_NAME + ")s?$",
			Pattern.DOTALL);

	private static final String QUOTED_OR_WORD = "(?:\"[^\"]{0,4096}\"|'[^']{0,4096}'|[^\\s\"'&;,|]{1,4096})";

	/** One of them is in each name of a secret. */
	private static final List<String> SECRET_HINTS = List.of("pass", "pwd", "secret", "token", "key", "auth",
			"credential", "cookie", "signature");

	private static final List<Replacement> DEFAULTS = List.of(
			new Replacement("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]{0,40}KEY-----|\\z)",
					MASK, List.of("-----begin")),
			new Replacement("\\beyJ[\\w-]{8,}\\.[\\w-]{4,}(?:\\.[\\w-]*)?", MASK, List.of("eyj")),
			new Replacement("\\b(?:sk|pk|rk|ak|akm|xox[abprs])[-_][A-Za-z0-9_-]{12,}", MASK,
					List.of("sk-", "sk_", "pk-", "pk_", "rk-", "rk_", "ak-", "ak_", "akm", "xox")),
			new Replacement("\\b(?:AKIA|ASIA|LTAI)[A-Za-z0-9]{12,}", MASK, List.of("akia", "asia", "ltai")),
			new Replacement("\\b(?:gh[pousr]_|github_pat_|glpat-|npm_|hf_|AIza)[A-Za-z0-9_-]{16,}", MASK,
					List.of("gh", "glpat", "npm_", "hf_", "aiza")),
			new Replacement("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{6,}", "$1 " + MASK,
					List.of("bearer", "basic")),
			new Replacement("(?i)(\\b[a-z][a-z0-9+.-]{1,20}://[^\\s/:@]{0,256}):[^\\s/@]{1,256}@", "$1:" + MASK + "@",
					List.of("://")),
			new Replacement(
					"(?i)((?<![a-z0-9])(?:[a-z0-9]{1,30}[-_]){0,4}" + SECRET_NAME
							+ "\\\\{0,3}[\"']?\\s{0,4}(?:=|:)\\s{0,4}\\\\{0,3})" + QUOTED_OR_WORD,
					"$1" + MASK, SECRET_HINTS),
			new Replacement("(?i)(--?(?:[a-z0-9]{1,30}-){0,4}" + SECRET_NAME + "\\s{1,4})" + QUOTED_OR_WORD,
					"$1" + MASK, SECRET_HINTS),
			new Replacement("((?:^|\\s)(?:-u|--user|--proxy-user)[ =]{0,4}[\"']?[^\\s:\"']{1,256}):[^\\s\"']{1,256}",
					"$1:" + MASK, List.of("-u")),
			new Replacement(
					"(\\b(?:mysql\\w{0,10}|mariadb[\\w-]{0,10}|sshpass)\\b[^|;&\\n]{0,300}?\\s-p)[^\\s-]\\S{0,256}",
					"$1" + MASK, List.of("mysql", "mariadb", "sshpass")),
			new Replacement("(\\b(?:(?:docker|podman)\\s{1,4}login|redis-cli)\\b[^|;&\\n]{0,300}?\\s-[pa]\\s{1,4})"
					+ QUOTED_OR_WORD, "$1" + MASK, List.of("login", "redis-cli")));

	private final List<Replacement> replacements;

	private final List<Pattern> names;

	private final int maxLength;

	/**
	 * Create a redactor that knows the usual secrets.
	 */
	public ArgumentRedactor() {
		this(List.of(), List.of(), DEFAULT_MAX_LENGTH);
	}

	/**
	 * Create a redactor that knows the usual secrets and more.
	 * @param names patterns of further names whose values are secrets; the whole name has
	 * to match
	 * @param patterns patterns of further secrets within values; the whole match is
	 * replaced
	 * @param maxLength about the most characters of redacted arguments, at least 100; of
	 * longer ones the beginning and the end are shown, and how much is between them
	 */
	public ArgumentRedactor(Collection<Pattern> names, Collection<Pattern> patterns, int maxLength) {
		Assert.isTrue(maxLength >= 100, "'maxLength' must be at least 100");
		List<Pattern> allNames = new ArrayList<>(names);
		allNames.add(NAME);
		List<Replacement> all = new ArrayList<>();
		patterns.forEach((pattern) -> all.add(new Replacement(pattern, MASK, List.of())));
		all.addAll(DEFAULTS);
		this.names = List.copyOf(allNames);
		this.replacements = List.copyOf(all);
		this.maxLength = maxLength;
	}

	/**
	 * Take secrets out of arguments.
	 * @param arguments the arguments
	 * @return JSON, with names in their order, or what the model wrote where it is not
	 * understood; shortened if it is too long
	 */
	public String redact(ToolArguments arguments) {
		return arguments.redacted(this);
	}

	/**
	 * Make what was redacted fit to be shown.
	 * @param redacted the arguments without secrets
	 * @param length the length of the arguments as the model wrote them
	 */
	String shown(String redacted, int length) {
		String shown = (redacted.length() <= this.maxLength + NOTES) ? redacted : begin(redacted)
				+ "… [not shown whole: the arguments have " + length + " characters] …" + end(redacted);
		return ShownText.of(shown, Integer.MAX_VALUE);
	}

	/**
	 * Take secrets out of a text.
	 * @param text the text
	 * @return the text without what looks like a secret; of a long one the beginning and
	 * the end, and how many characters are between them
	 */
	public String redact(String text) {
		if (text.length() <= this.maxLength) {
			return masked(text);
		}
		// What is cut through at the far end of either part is not shown.
		String begin = begin(masked(text.substring(0, this.maxLength)));
		String tail = masked(text.substring(text.length() - this.maxLength));
		String end = end(END_OF_KEY.matcher(tail).replaceFirst(MASK));
		int between = text.length() - begin.length() - end.length();
		return begin + "… [" + between + " characters are not shown] …" + end;
	}

	private String masked(String text) {
		String redacted = text;
		String small = text.toLowerCase(Locale.ROOT);
		for (Replacement replacement : this.replacements) {
			redacted = replacement.mayBeIn(small) ? replacement.in(redacted) : redacted;
		}
		return redacted;
	}

	/** What is shown of the beginning of a text that is not shown whole. */
	private String begin(String text) {
		int end = Math.min(text.length(), this.maxLength * 2 / 3);
		boolean cutsPair = end > 0 && end < text.length() && Character.isLowSurrogate(text.charAt(end));
		return text.substring(0, cutsPair ? end - 1 : end);
	}

	/** What is shown of its end. */
	private String end(String text) {
		int begin = text.length() - Math.min(text.length(), this.maxLength) / 4;
		boolean cutsPair = begin < text.length() && Character.isLowSurrogate(text.charAt(begin));
		return text.substring(cutsPair ? begin + 1 : begin);
	}

	Map<String, @Nullable Object> redacted(Map<?, ?> values) {
		Map<String, @Nullable Object> redacted = new TreeMap<>();
		values.forEach((key, value) -> {
			String name = String.valueOf(key);
			redacted.put(redact(name), isSecret(name) ? mask(value) : redacted(value));
		});
		return redacted;
	}

	private boolean isSecret(String name) {
		return name.length() <= 200 && this.names.stream().anyMatch((pattern) -> pattern.matcher(name).matches());
	}

	private @Nullable Object mask(@Nullable Object value) {
		return (value instanceof Boolean || value == null) ? value : MASK;
	}

	private @Nullable Object redacted(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return redacted(map);
		}
		if (value instanceof List<?> list) {
			return list.stream().map(this::redacted).toList();
		}
		return (value instanceof String text) ? redact(text) : value;
	}

	/**
	 * A pattern, and what takes the place of what it finds.
	 *
	 * @param pattern the pattern
	 * @param by the replacement
	 * @param hints texts in small letters, of which one is in everything that the pattern
	 * finds; looking for them is cheap
	 */
	private record Replacement(Pattern pattern, String by, List<String> hints) {

		Replacement(String pattern, String by, List<String> hints) {
			this(Pattern.compile(pattern), by, hints);
		}

		boolean mayBeIn(String small) {
			return this.hints.isEmpty() || this.hints.stream().anyMatch(small::contains);
		}

		String in(String text) {
			return this.pattern.matcher(text).replaceAll(this.by);
		}

	}

}
