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

package io.agentbay.local.internal.action;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import io.agentbay.local.Networks.Network;
import io.agentbay.local.internal.account.Account;
import io.agentbay.local.internal.account.Volumes.Volume;
import io.agentbay.local.internal.session.Session;
import io.agentbay.local.internal.session.Sessions;
import io.agentbay.local.internal.tool.Nature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an account has besides sessions, contexts and skills: networks and volumes; and
 * the two actions that only the service's own desktop programs call.
 */
public final class AccountActions implements ActionGroup {

	private static final int DEFAULT_PAGE = 10;

	private static final int MAX_PAGE = 100;

	private static final Duration TICKET_LIFETIME = Duration.ofHours(1);

	private final JsonMapper mapper;

	private final Account account;

	private final Sessions sessions;

	public AccountActions(JsonMapper mapper, Account account, Sessions sessions) {
		this.mapper = mapper;
		this.account = account;
		this.sessions = sessions;
	}

	@Override
	public Map<String, Action> actions() {
		Nature networks = Nature.simulated("a network is online while it is bound: "
				+ "`LocalAgentBay.networks().bind(token)` plays the part of the program that lends it. "
				+ "Sessions share the network of the machine in any case");
		Nature volumes = Nature.simulated("entries of a list that ends with the runtime; how a volume is attached to a "
				+ "session is not known");
		String token = "wants the token of a session instead of the key; ";
		return Map.of("CreateNetwork", Action.of(networks, this::createNetwork), "DescribeNetwork",
				Action.of(networks, this::describeNetwork), "GetVolume", Action.of(volumes, this::volume),
				"ListVolumes", Action.of(volumes, this::volumes), "DeleteVolume",
				Action.of(volumes, this::deleteVolume), "ApplyMqttToken",
				Action.of(Nature.simulated(token + "there is no broker, the ticket opens nothing"), this::mqtt),
				"HandleAIEngineMessage",
				Action.of(Nature.simulated(token + "there is no engine, the message goes nowhere"), this::message));
	}

	private ActionReply createNetwork(ActionRequest request) {
		String id = request.text("NetworkId");
		Network network = (id != null) ? this.account.networks().get(id) : this.account.networks().create();
		return ActionReply.of(Map.of("NetworkId", network.id(), "NetworkToken", network.token()));
	}

	private ActionReply describeNetwork(ActionRequest request) {
		return ActionReply.of(Map.of("Online", this.account.networks().get(request.required("NetworkId")).online()));
	}

	/**
	 * Names in a JSON array.
	 */
	static List<String> names(JsonMapper mapper, ActionRequest request, String parameter) {
		List<String> names = new ArrayList<>();
		try {
			JsonNode list = mapper.readTree(request.text(parameter, "[]"));
			if (!list.isArray() && !list.isNull()) {
				throw ActionException.invalid(parameter, "must be a JSON array of strings");
			}
			for (JsonNode name : list) {
				if (!name.isString()) {
					throw ActionException.invalid(parameter, "must be a JSON array of strings");
				}
				names.add(name.stringValue());
			}
			return names;
		}
		catch (JacksonException ex) {
			throw ActionException.invalid(parameter, "is not JSON: " + ex.getOriginalMessage());
		}
	}

	private ActionReply volume(ActionRequest request) {
		return ActionReply.of(describe(this.account.volumes()
			.get(request.required("VolumeName"), request.text("ImageId", ""), request.flag("AllowCreate"))));
	}

	private ActionReply volumes(ActionRequest request) {
		int max = request.integer("MaxResults", DEFAULT_PAGE, 1, MAX_PAGE);
		long after = PageToken.read(request.text("NextToken"));
		String imageId = request.text("ImageId");
		String name = request.text("VolumeName");
		List<String> ids = List.copyOf(new TreeMap<>(request.parameters()).entrySet()
			.stream()
			.filter((parameter) -> parameter.getKey().matches("VolumeIds\\.\\d+"))
			.map(Map.Entry::getValue)
			.toList());
		List<Volume> matching = this.account.volumes()
			.list()
			.stream()
			.filter((volume) -> (imageId == null || imageId.equals(volume.imageId()))
					&& (name == null || name.equals(volume.name())) && (ids.isEmpty() || ids.contains(volume.id())))
			.toList();
		List<Volume> rest = matching.stream().filter((volume) -> volume.number() > after).toList();
		List<Volume> page = rest.stream().limit(max).toList();
		String next = (page.size() == rest.size()) ? "" : PageToken.after(page.get(page.size() - 1).number());
		return ActionReply.page(page.stream().map(AccountActions::describe).toList(), max, next, matching.size());
	}

	private static Map<String, Object> describe(Volume volume) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("VolumeId", volume.id());
		data.put("VolumeName", volume.name());
		data.put("BelongingImageId", volume.imageId());
		data.put("Status", "available");
		data.put("CreateTime", Times.text(volume.created()));
		return data;
	}

	private ActionReply deleteVolume(ActionRequest request) {
		this.account.volumes().delete(request.required("VolumeId"));
		return ActionReply.empty();
	}

	/** There is no broker here: the ticket has the documented form and opens nothing. */
	private ActionReply mqtt(ActionRequest request) {
		Session session = ofToken(request);
		return ActionReply.of(Map.of("AccessKeyId", "STS." + UUID.randomUUID(), "ClientId",
				"GID_local@@@" + request.required("DesktopId"), "Expiration",
				Times.text(this.account.clock().instant().plus(TICKET_LIFETIME)), "InstanceId", session.appInstanceId(),
				"RegionId", "local", "SecurityToken", UUID.randomUUID().toString()));
	}

	private ActionReply message(ActionRequest request) {
		ofToken(request);
		request.required("MsgType");
		return ActionReply.empty();
	}

	/** Where clients get such a token is not known: the session's own is taken. */
	Session ofToken(ActionRequest request) {
		String token = request.required("SessionToken");
		return this.sessions.list((session) -> session.token().equals(token), 0, 1)
			.sessions()
			.stream()
			.findFirst()
			.orElseThrow(() -> new ActionException(400, "InvalidSessionToken",
					"The SessionToken is not that of a session of this runtime"));
	}

}
