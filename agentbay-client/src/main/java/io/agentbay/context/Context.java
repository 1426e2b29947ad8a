package io.agentbay.context;

import java.util.Objects;

import io.agentbay.api.ContextData;
import org.jspecify.annotations.Nullable;

/**
 * Storage that outlives sessions.
 *
 * @param id its id
 * @param name its name
 * @param state what happens with it
 * @param createdAt when it was created, as the service writes it; {@code null} if not
 * told
 * @param lastUsedAt when it was last used, as the service writes it; {@code null} if not
 * told
 * @param osType the operating system that it belongs to; {@code null} if not told
 */
public record Context(String id, String name, ContextState state, @Nullable String createdAt,
		@Nullable String lastUsedAt, @Nullable String osType) {

	static Context of(ContextData data, String askedName) {
		String name = (data.name() == null || data.name().isEmpty()) ? askedName : data.name();
		return new Context(Objects.requireNonNullElse(data.id(), ""), name,
				ContextState.of(data.state(), ContextState.AVAILABLE), data.createTime(), data.lastUsedTime(),
				data.osType());
	}

}
