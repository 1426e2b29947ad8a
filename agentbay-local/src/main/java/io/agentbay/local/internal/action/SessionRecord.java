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

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import io.agentbay.local.internal.catalogue.ToolCatalogue;
import io.agentbay.local.internal.session.Session;

/**
 * The record of a session as clients read it.
 */
public final class SessionRecord {

	private final ToolCatalogue tools;

	private final Predicate<String> directLink;

	private final boolean webSocket;

	public SessionRecord(ToolCatalogue tools, Predicate<String> directLink, boolean webSocket) {
		this.tools = tools;
		this.directLink = directLink;
		this.webSocket = webSocket;
	}

	Map<String, Object> of(Session session, ActionRequest request) {
		URI endpoint = request.endpoint();
		boolean directLink = this.directLink.test(session.request().imageId());
		Map<String, Object> record = new LinkedHashMap<>();
		record.put("SessionId", session.id());
		record.put("Success", true);
		record.put("AppInstanceId", session.appInstanceId());
		record.put("ResourceId", session.resourceId());
		record.put("ResourceUrl", resourceUrl(session, endpoint));
		record.put("LinkUrl", directLink ? endpoint + "/link/" + session.id() : "");
		record.put("Token", (directLink || this.webSocket) ? session.token() : "");
		record.put("WsUrl", this.webSocket ? request.socketEndpoint() + "/ws/" + session.id() : "");
		record.put("ToolList", this.tools.description(session.request().imageId()));
		record.put("HttpPort", "");
		record.put("NetworkInterfaceIp", "");
		record.put("VpcResource", false);
		record.put("VpcIp", "");
		record.put("VpcId", "");
		return record;
	}

	/**
	 * Clients take the id from the query, and see by a word whether it is a phone.
	 */
	String resourceUrl(Session session, URI endpoint) {
		String kind = this.tools.offersOnlyPhone(session.request().imageId()) ? "mobile" : "desktop";
		return "%s/resource/%s?resourceId=%s&type=%s".formatted(endpoint, session.resourceId(), session.resourceId(),
				kind);
	}

}
