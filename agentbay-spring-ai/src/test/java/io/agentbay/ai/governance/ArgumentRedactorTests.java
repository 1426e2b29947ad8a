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

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is shown of arguments.
 */
class ArgumentRedactorTests {

	private final ArgumentRedactor redactor = new ArgumentRedactor();

	@ParameterizedTest
	@ValueSource(strings = { "curl -H 'Authorization: Bearer HUSH12345678' x", "mysql --password HUSH12345678",
			"mysql --password=HUSH12345678", "export API_KEY=HUSH12345678", "export MY_SECRET_TOKEN='HUSH12345678'",
			"curl https://ann:HUSH12345678@x.org", "curl -u ann:HUSH12345678 x.org", "echo sk-HUSH1234567890abcdef",
			"echo ghp_HUSH1234567890abcdef", "echo AKIAHUSH1234567890",
			"echo eyJHUSH12345678.HUSH12345678.HUSH12345678", "client_secret: HUSH12345678", "token=\"HUSH 12345678\"",
			"-----BEGIN RSA PRIVATE KEY-----\nHUSH12345678\n-----END RSA PRIVATE KEY-----" })
	void secretsInCommandsAreHidden(String command) {
		String json = ToolArguments.json(Map.of("command", command));
		assertThat(this.redactor.redact(ToolArguments.of(json))).contains("****").doesNotContain("HUSH");
	}

	@Test
	void valuesOfSecretNamesAreHidden() {
		ToolArguments arguments = ToolArguments.of("""
				{"apiKey": "a", "user": {"password": "b", "DB_PASSWORD": ["c"], "name": "ann"}, "\\u0074oken": "d"}""");
		assertThat(this.redactor.redact(arguments)).isEqualTo("""
				{"apiKey":"****","token":"****","user":{"DB_PASSWORD":"****","name":"ann","password":"****"}}""");
	}

	@Test
	void whatIsNoSecretIsShown() {
		ToolArguments arguments = ToolArguments.of("""
				{"command": "grep -n token notes.txt", "keyboard": "x", "passenger": "y"}""");
		assertThat(this.redactor.redact(arguments)).contains("grep -n token notes.txt", "\"x\"", "\"y\"");
	}

	@Test
	void furtherSecretsCanBeNamed() {
		ArgumentRedactor mine = new ArgumentRedactor(List.of(Pattern.compile("iban")),
				List.of(Pattern.compile("DE\\d{4,}")), 100);
		assertThat(mine.redact(ToolArguments.of("{\"iban\": \"x\", \"text\": \"to DE12345\"}")))
			.isEqualTo("{\"iban\":\"****\",\"text\":\"to ****\"}");
	}

	@Test
	void longAndOddTextsAreShortenedAndMadeFit() {
		String shown = this.redactor.redact(ToolArguments.of("x".repeat(100_000)));
		assertThat(shown).hasSizeLessThan(4100).contains("characters are not shown");
		assertThat(this.redactor.redact(ToolArguments.of("bad \u0000\uD800 text"))).isEqualTo("bad \uFFFD\uFFFD text");
		String many = "{\"a\": \"" + "secret=".repeat(20_000) + "\"}";
		assertThat(this.redactor.redact(ToolArguments.of(many))).hasSizeLessThan(4100);
	}

	@Test
	void whoeverDecidesSeesTheEndOfALongCommandAndHowMuchIsNotShown() {
		String command = "touch good #" + " ".repeat(6000) + "\ntouch evil; ls";
		String shown = this.redactor
			.redact(ToolArguments.of(new JsonMapper().writeValueAsString(Map.of("command", command))));
		assertThat(shown).contains("touch good", "touch evil; ls");
		Matcher told = Pattern.compile("\\[(\\d+) characters are not shown\\]").matcher(shown);
		assertThat(told.find()).isTrue();
		int visible = shown.length() - "{\"command\":\"\"}".length() - "… ".length() - " …".length()
				- told.group().length() - "\\".length();
		assertThat(visible + Integer.parseInt(told.group(1))).isEqualTo(command.length());
	}

	@Test
	void manyLongArgumentsSayHowLongTheyAreTogether() {
		String json = new JsonMapper().writeValueAsString(Map.of("a", "x".repeat(3000), "b", "y".repeat(3000)));
		assertThat(this.redactor.redact(ToolArguments.of(json))).hasSizeLessThan(4600)
			.contains("the arguments have " + json.length() + " characters");
	}

	@Test
	void aKeyThatEndsInWhatIsShownIsNoneOfIt() {
		String text = "x".repeat(9000) + "-----BEGIN PRIVATE KEY-----\n" + "K".repeat(5000)
				+ "\n-----END PRIVATE KEY-----";
		assertThat(this.redactor.redact(text)).doesNotContain("KKKK");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PGPASSWORD=hush ls", "SSHPASS=hush ls", "echo \"{\\\"apiKey\\\": \\\"hush\\\"}\"",
			"curl 'https://b/?X-Amz-Signature=hush'", "mysql -u root -phush db", "docker login -u me -p hush reg",
			"redis-cli -h x -a hush ping", "sshpass -phush ssh x" })
	void secretsOfCommandLinesAreNotShown(String command) {
		assertThat(this.redactor.redact(command)).doesNotContain("hush");
	}

	@Test
	void portsAreNoPasswords() {
		assertThat(this.redactor.redact("docker run -p 8080:80 nginx; mkdir -p a/b"))
			.isEqualTo("docker run -p 8080:80 nginx; mkdir -p a/b");
	}

}
