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

package io.agentbay.internal.api;

import io.agentbay.internal.http.Effect;

/**
 * The actions of the service, each with what carrying it out twice would do.
 */
public enum Action {

	/** Start a session. */
	CREATE_MCP_SESSION("CreateMcpSession", Effect.EFFECT),

	/** Read the record of a session. */
	GET_SESSION("GetSession", Effect.READ),

	/** Read the status of a session. */
	GET_SESSION_DETAIL("GetSessionDetail", Effect.READ),

	/** Read a page of the sessions that are alive. */
	LIST_SESSION("ListSession", Effect.READ),

	/** Begin to end a session. */
	DELETE_SESSION_ASYNC("DeleteSessionAsync", Effect.IDEMPOTENT),

	/** Begin to put a session to sleep. */
	PAUSE_SESSION_ASYNC("PauseSessionAsync", Effect.IDEMPOTENT),

	/** Begin to wake a session. */
	RESUME_SESSION_ASYNC("ResumeSessionAsync", Effect.IDEMPOTENT),

	/** Restart the idle time of a session. */
	REFRESH_SESSION_IDLE_TIME("RefreshSessionIdleTime", Effect.IDEMPOTENT),

	/** Read the desktop resource of a session. */
	GET_MCP_RESOURCE("GetMcpResource", Effect.READ),

	/** Replace the labels of a session. */
	SET_LABEL("SetLabel", Effect.IDEMPOTENT),

	/** Read the labels of a session. */
	GET_LABEL("GetLabel", Effect.READ),

	/** Read the address of a port of a session. */
	GET_LINK("GetLink", Effect.READ),

	/** Start the browser of a session, unless it runs already. */
	INIT_BROWSER("InitBrowser", Effect.IDEMPOTENT),

	/** Read the address at which the browser of a session is driven. */
	GET_CDP_LINK("GetCdpLink", Effect.READ),

	/** Ask for an address to connect with adb to. */
	GET_ADB_LINK("GetAdbLink", Effect.READ),

	/** Call a tool in a session. */
	CALL_MCP_TOOL("CallMcpTool", Effect.EFFECT),

	/** Read the tools of an image. */
	LIST_MCP_TOOLS("ListMcpTools", Effect.READ),

	/** Find, or create, a context. */
	GET_CONTEXT("GetContext", Effect.IDEMPOTENT),

	/** Read a page of the contexts. */
	LIST_CONTEXTS("ListContexts", Effect.READ),

	/** Rename a context. */
	MODIFY_CONTEXT("ModifyContext", Effect.IDEMPOTENT),

	/** Delete a context. */
	DELETE_CONTEXT("DeleteContext", Effect.IDEMPOTENT),

	/** Begin to empty a context. */
	CLEAR_CONTEXT("ClearContext", Effect.IDEMPOTENT),

	/** Read a page of the files of a context. */
	DESCRIBE_CONTEXT_FILES("DescribeContextFiles", Effect.READ),

	/** Ask for an address to upload a file of a context to. */
	GET_CONTEXT_FILE_UPLOAD_URL("GetContextFileUploadUrl", Effect.READ),

	/** Ask for an address to download a file of a context from. */
	GET_CONTEXT_FILE_DOWNLOAD_URL("GetContextFileDownloadUrl", Effect.READ),

	/** Delete a file of a context. */
	DELETE_CONTEXT_FILE("DeleteContextFile", Effect.IDEMPOTENT),

	/** Attach contexts to a session that runs. */
	BIND_CONTEXTS("BindContexts", Effect.EFFECT),

	/** Read the contexts that are attached to a session. */
	DESCRIBE_SESSION_CONTEXTS("DescribeSessionContexts", Effect.READ),

	/** Begin to copy contexts between a session and their storage. */
	SYNC_CONTEXT("SyncContext", Effect.IDEMPOTENT),

	/** Read how far that copying is. */
	GET_CONTEXT_INFO("GetContextInfo", Effect.READ),

	/** Make a network, or read the token of one. */
	CREATE_NETWORK("CreateNetwork", Effect.EFFECT),

	/** Read the state of a network. */
	DESCRIBE_NETWORK("DescribeNetwork", Effect.READ),

	/** Read the skills of an image. */
	GET_SKILL_META_DATA("GetSkillMetaData", Effect.READ),

	/** Read all skills. */
	LIST_SKILL_META_DATA("ListSkillMetaData", Effect.READ),

	BIND_CONTEXT_SKILL("BindContextSkillAsync", Effect.IDEMPOTENT),

	UNBIND_CONTEXT_SKILL("UnbindContextSkill", Effect.IDEMPOTENT),

	/** Find, or create, a volume. */
	GET_VOLUME("GetVolume", Effect.IDEMPOTENT),

	/** Read a page of the volumes. */
	LIST_VOLUMES("ListVolumes", Effect.READ),

	/** Delete a volume. */
	DELETE_VOLUME("DeleteVolume", Effect.IDEMPOTENT),

	/** Find, or mount, a context that the service keeps for a session. */
	GET_AND_LOAD_INTERNAL_CONTEXT("GetAndLoadInternalContext", Effect.IDEMPOTENT);

	private final String wireName;

	private final Effect effect;

	Action(String wireName, Effect effect) {
		this.wireName = wireName;
		this.effect = effect;
	}

	/**
	 * Return the name of the action in requests.
	 * @return the name
	 */
	public String wireName() {
		return this.wireName;
	}

	/**
	 * Return what carrying out the action twice would do.
	 * @return the effect
	 */
	public Effect effect() {
		return this.effect;
	}

	/** The one action that takes its credential in the query. */
	boolean isAuthorizedInQuery() {
		return this == SYNC_CONTEXT;
	}

}
