package io.agentbay.filesystem;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextPiecesTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "plain text that is longer than a piece", "äöüß äöüß äöüß", "日本語の文章です",
			"👩‍🚀🚀🚀a🚀bc🚀", "mixed ä日🚀 text" })
	void keepEveryCharacterWholeAndStaySmall(String text) {
		for (int size = 4; size < 20; size++) {
			int limit = size;
			List<String> pieces = TextPieces.of(text, limit);
			assertThat(String.join("", pieces)).isEqualTo(text);
			assertThat(pieces).allSatisfy((piece) -> {
				byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
				assertThat(bytes).hasSizeLessThanOrEqualTo(limit);
				assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(piece);
			});
		}
	}

}
