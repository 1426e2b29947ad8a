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

package io.agentbay.ai.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.agentbay.ai.tool.ToolOutputs;
import io.agentbay.ai.tool.ToolPicture;
import reactor.core.publisher.Flux;

import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.content.Media;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import org.springframework.core.Ordered;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.Assert;
import org.springframework.util.MimeTypeUtils;

/**
 * Shows pictures to the model. The answer of a tool is text in Spring AI, so they follow
 * it as a message of the user. Works each time the model is called, near to it, so that
 * chat memory does not keep pictures.
 *
 * @since 0.1.0
 */
public final class PictureAdvisor implements CallAdvisor, StreamAdvisor {

	/**
	 * After the tools were called, and after nearly everything else.
	 */
	public static final int ORDER = Ordered.LOWEST_PRECEDENCE - 100;

	/**
	 * The most pictures that are shown at the same time unless another number is given.
	 */
	public static final int DEFAULT_MAX_PICTURES = 4;

	private final int maxPictures;

	/**
	 * Create an advisor.
	 * @param maxPictures the most pictures that are shown at the same time: the newest;
	 * the others cost tokens at every call. With 0 none is shown
	 */
	public PictureAdvisor(int maxPictures) {
		Assert.isTrue(maxPictures >= 0, "'maxPictures' must not be negative");
		this.maxPictures = maxPictures;
	}

	@Override
	public String getName() {
		return "AgentBay pictures";
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
		return chain.nextCall(withPictures(request));
	}

	@Override
	public Flux<ChatClientResponse> adviseStream(ChatClientRequest request, StreamAdvisorChain chain) {
		return chain.nextStream(withPictures(request));
	}

	private ChatClientRequest withPictures(ChatClientRequest request) {
		if (!(request.prompt().getOptions() instanceof ToolCallingChatOptions options)
				|| options.getToolContext() == null) {
			return request;
		}
		ToolOutputs outputs = ToolOutputs.find(options.getToolContext());
		if (outputs == null) {
			return request;
		}
		List<Message> messages = request.prompt().getInstructions();
		Map<Integer, List<ToolPicture>> pictures = newest(messages, outputs);
		if (pictures.isEmpty()) {
			return request;
		}
		List<Message> shown = new ArrayList<>();
		for (int index = 0; index < messages.size(); index++) {
			shown.add(messages.get(index));
			if (pictures.containsKey(index)) {
				shown.add(message(pictures.get(index)));
			}
		}
		return request.mutate().prompt(request.prompt().mutate().messages(shown).build()).build();
	}

	/** By the places of the messages that mention them. */
	private Map<Integer, List<ToolPicture>> newest(List<Message> messages, ToolOutputs outputs) {
		Map<Integer, List<ToolPicture>> pictures = new HashMap<>();
		int left = this.maxPictures;
		for (int index = messages.size() - 1; index >= 0 && left > 0; index--) {
			if (messages.get(index) instanceof ToolResponseMessage answers) {
				List<ToolPicture> found = answers.getResponses()
					.stream()
					.flatMap((answer) -> outputs.picturesIn(answer.responseData()).stream())
					.toList();
				List<ToolPicture> kept = found.subList(Math.max(0, found.size() - left), found.size());
				left -= kept.size();
				if (!kept.isEmpty()) {
					pictures.put(index, kept);
				}
			}
		}
		return pictures;
	}

	private static UserMessage message(List<ToolPicture> pictures) {
		String ids = pictures.stream().map(ToolPicture::id).collect(Collectors.joining(", "));
		return UserMessage.builder()
			.text("What your tools have seen: picture " + ids)
			.media(pictures.stream().map(PictureAdvisor::media).toList())
			.build();
	}

	private static Media media(ToolPicture picture) {
		return Media.builder()
			.mimeType(MimeTypeUtils.parseMimeType(picture.mediaType()))
			.data(new ByteArrayResource(picture.content()))
			.name("picture-" + picture.id())
			.build();
	}

}
