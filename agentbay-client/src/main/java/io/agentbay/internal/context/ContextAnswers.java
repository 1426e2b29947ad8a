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

package io.agentbay.internal.context;

import java.util.List;
import java.util.Objects;

import io.agentbay.context.Context;
import io.agentbay.context.ContextBinding;
import io.agentbay.context.ContextFile;
import io.agentbay.context.ContextState;
import io.agentbay.context.ContextTask;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.BindingData;
import io.agentbay.internal.api.ContextData;
import io.agentbay.internal.api.ContextFileData;
import io.agentbay.internal.api.ContextTaskData;
import io.agentbay.internal.text.Times;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the service answers of contexts.
 */
public final class ContextAnswers {

	private ContextAnswers() {
	}

	/**
	 * Take a context out of an answer. The service may answer success without an id for
	 * one that does not exist.
	 * @param reply the answer
	 * @param asked the name or id that was asked for
	 * @return the context
	 * @throws ServiceException if the service refused, or there is no such context
	 */
	public static Context found(ApiReply<ContextData> reply, String asked) {
		ContextData data = reply.orElseThrow().data();
		if (data == null || data.id() == null || data.id().isEmpty()) {
			throw ServiceException.of(FailureKind.NOT_FOUND, null, "There is no context " + asked,
					reply.outcome().details());
		}
		return context(data, asked.equals(data.id()) ? "" : asked);
	}

	static Context context(ContextData data, String askedName) {
		String name = (data.name() == null || data.name().isEmpty()) ? askedName : data.name();
		return new Context(orEmpty(data.id()), name, state(data, ContextState.AVAILABLE), Times.read(data.createTime()),
				Times.read(data.lastUsedTime()), data.osType());
	}

	static ContextState state(ContextData data, ContextState absent) {
		String state = data.state();
		return (state == null || state.isBlank()) ? absent : new ContextState(state);
	}

	static ContextFile file(ContextFileData data) {
		ContextFile.Builder file = ContextFile.builder(orEmpty(data.fileName()), orEmpty(data.filePath()))
			.id(data.fileId())
			.size(Objects.requireNonNullElse(data.size(), 0L))
			.createdAt(Times.read(data.gmtCreate()))
			.modifiedAt(Times.read(data.gmtModified()))
			.status(data.status());
		return "FOLDER".equalsIgnoreCase(data.fileType()) ? file.folder().build() : file.build();
	}

	static List<ContextTask> tasks(@Nullable List<ContextTaskData> data) {
		return (data != null) ? data.stream().map(ContextAnswers::task).toList() : List.of();
	}

	private static ContextTask task(ContextTaskData data) {
		return ContextTask.builder(orEmpty(data.contextId()), orEmpty(data.path()))
			.taskType(orEmpty(data.taskType()))
			.status(orEmpty(data.status()))
			.errorMessage(orEmpty(data.errorMessage()))
			.startTime(Times.read(data.startTime()))
			.finishTime(Times.read(data.finishTime()))
			.build();
	}

	static List<ContextBinding> bindings(@Nullable List<BindingData> data) {
		return (data != null) ? data.stream().map(ContextAnswers::binding).toList() : List.of();
	}

	private static ContextBinding binding(BindingData data) {
		return new ContextBinding(orEmpty(data.contextId()), orEmpty(data.contextName()), orEmpty(data.path()),
				data.policy(), Times.read(data.bindTime()));
	}

	private static String orEmpty(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

}
