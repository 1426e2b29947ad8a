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

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The actions on contexts, one method each.
 */
public final class ContextApi {

	private final ApiCaller caller;

	ContextApi(ApiCaller caller) {
		this.caller = caller;
	}

	/**
	 * Find a context by name, creating it if asked to: action {@code GetContext}.
	 * @param name the name
	 * @param create whether to create it if it is missing
	 * @param regionId the region to create it in, {@code null} for the service's choice
	 * @return the context
	 */
	public Mono<ApiReply<ContextData>> getContext(String name, boolean create, @Nullable String regionId) {
		return this.caller.call(Action.GET_CONTEXT, null,
				() -> new Parameters().with("Name", name)
					.with("AllowCreate", create)
					.with("LoginRegionId", create ? regionId : null),
				Answers.data(ContextData.class));
	}

	/**
	 * Read a context: action {@code GetContext}.
	 * @param contextId the context
	 * @return the context
	 */
	public Mono<ApiReply<ContextData>> getContextById(String contextId) {
		return this.caller.call(Action.GET_CONTEXT, null,
				() -> new Parameters().with("ContextId", contextId).with("AllowCreate", false),
				Answers.data(ContextData.class));
	}

	/**
	 * Read a page of the contexts: action {@code ListContexts}.
	 * @param maxResults the size of a page
	 * @param nextToken the mark of the page, {@code null} for the first
	 * @param sessionId the session that they must be attached to, {@code null} for any
	 * @return the page
	 */
	public Mono<ApiReply<Page<ContextData>>> listContexts(int maxResults, @Nullable String nextToken,
			@Nullable String sessionId) {
		return this.caller.call(Action.LIST_CONTEXTS, sessionId,
				() -> new Parameters().with("MaxResults", maxResults)
					.with("NextToken", nextToken)
					.with("SessionId", sessionId),
				Answers.page(ContextData.class));
	}

	/**
	 * Rename a context: action {@code ModifyContext}.
	 * @param contextId the context
	 * @param name its new name
	 * @return whether the service did
	 */
	public Mono<ApiReply<Void>> modifyContext(String contextId, String name) {
		return this.caller.call(Action.MODIFY_CONTEXT, null,
				() -> new Parameters().with("Id", contextId).with("Name", name), Answers.nothing());
	}

	/**
	 * Delete a context: action {@code DeleteContext}.
	 * @param contextId the context
	 * @return whether the service did
	 */
	public Mono<ApiReply<Void>> deleteContext(String contextId) {
		return this.caller.call(Action.DELETE_CONTEXT, null, () -> new Parameters().with("Id", contextId),
				Answers.nothing());
	}

	/**
	 * Begin to empty a context: action {@code ClearContext}.
	 * @param contextId the context
	 * @return whether the service began
	 */
	public Mono<ApiReply<Void>> clearContext(String contextId) {
		return this.caller.call(Action.CLEAR_CONTEXT, null, () -> new Parameters().with("Id", contextId),
				Answers.nothing());
	}

	/**
	 * Read a page of the files of a context: action {@code DescribeContextFiles}.
	 * @param contextId the context
	 * @param parentFolderPath the folder
	 * @param pageNumber the page, from 1
	 * @param pageSize the size of a page
	 * @return the page; its total is the count of all files in the folder
	 */
	public Mono<ApiReply<Page<ContextFileData>>> describeContextFiles(String contextId, String parentFolderPath,
			int pageNumber, int pageSize) {
		return this.caller.call(Action.DESCRIBE_CONTEXT_FILES, null,
				() -> new Parameters().with("ContextId", contextId)
					.with("ParentFolderPath", parentFolderPath)
					.with("PageNumber", pageNumber)
					.with("PageSize", pageSize),
				Answers.page(ContextFileData.class));
	}

	/**
	 * Read the page of the files of a context that a cursor leads to: action
	 * {@code DescribeContextFiles}.
	 * @param contextId the context
	 * @param parentFolderPath the folder
	 * @param nextToken the cursor, that of the page before
	 * @param maxResults the size of a page
	 * @return the page; its total is the count of all files in the folder
	 */
	public Mono<ApiReply<Page<ContextFileData>>> describeContextFiles(String contextId, String parentFolderPath,
			String nextToken, int maxResults) {
		return this.caller.call(Action.DESCRIBE_CONTEXT_FILES, null,
				() -> new Parameters().with("ContextId", contextId)
					.with("ParentFolderPath", parentFolderPath)
					.with("MaxResults", maxResults)
					.with("NextToken", nextToken),
				Answers.page(ContextFileData.class));
	}

	/**
	 * Ask for an address to upload a file to: action {@code GetContextFileUploadUrl}.
	 * @param contextId the context
	 * @param path the file
	 * @return the address
	 */
	public Mono<ApiReply<FileUrlData>> getContextFileUploadUrl(String contextId, String path) {
		return this.caller.call(Action.GET_CONTEXT_FILE_UPLOAD_URL, null, file(contextId, path),
				Answers.data(FileUrlData.class));
	}

	/**
	 * Ask for an address to download a file from: action
	 * {@code GetContextFileDownloadUrl}.
	 * @param contextId the context
	 * @param path the file
	 * @return the address
	 */
	public Mono<ApiReply<FileUrlData>> getContextFileDownloadUrl(String contextId, String path) {
		return this.caller.call(Action.GET_CONTEXT_FILE_DOWNLOAD_URL, null, file(contextId, path),
				Answers.data(FileUrlData.class));
	}

	/**
	 * Delete a file of a context: action {@code DeleteContextFile}.
	 * @param contextId the context
	 * @param path the file
	 * @return whether the service did
	 */
	public Mono<ApiReply<Void>> deleteContextFile(String contextId, String path) {
		return this.caller.call(Action.DELETE_CONTEXT_FILE, null, file(contextId, path), Answers.nothing());
	}

	/**
	 * Attach contexts to a session that runs: action {@code BindContexts}.
	 * @param sessionId the session
	 * @param contexts the contexts
	 * @return whether the service did
	 */
	public Mono<ApiReply<Void>> bindContexts(String sessionId, List<PersistenceData> contexts) {
		return this.caller.call(Action.BIND_CONTEXTS, sessionId,
				() -> new Parameters().with("SessionId", sessionId).withJson("PersistenceDataList", contexts),
				Answers.nothing());
	}

	/**
	 * Read the contexts that are attached to a session: action
	 * {@code DescribeSessionContexts}.
	 * @param sessionId the session
	 * @return the contexts
	 */
	public Mono<ApiReply<List<BindingData>>> describeSessionContexts(String sessionId) {
		return this.caller.call(Action.DESCRIBE_SESSION_CONTEXTS, sessionId, AgentBayApi.forSession(sessionId),
				Answers.list(BindingData.class));
	}

	/**
	 * Begin to copy contexts between a session and their storage: action
	 * {@code SyncContext}.
	 * @param request which contexts, and which way
	 * @return whether the service began
	 */
	public Mono<ApiReply<Void>> syncContext(SyncContextRequest request) {
		return this.caller.call(Action.SYNC_CONTEXT, request.sessionId(), request::parameters, Answers.nothing());
	}

	/**
	 * Read how far copying contexts is: action {@code GetContextInfo}.
	 * @param sessionId the session
	 * @param contextId the context, {@code null} for all of the session
	 * @param path where it is mounted, {@code null} for all
	 * @param taskType the kind of task, {@code null} for any
	 * @return the tasks
	 */
	public Mono<ApiReply<List<ContextTaskData>>> getContextInfo(String sessionId, @Nullable String contextId,
			@Nullable String path, @Nullable String taskType) {
		return this.caller.call(Action.GET_CONTEXT_INFO, sessionId,
				() -> new Parameters().with("SessionId", sessionId)
					.with("ContextId", contextId)
					.with("Path", path)
					.with("TaskType", taskType),
				ContextTaskData::listFrom);
	}

	/**
	 * Find, or mount, a context that the service keeps for a session: action
	 * {@code GetAndLoadInternalContext}.
	 * @param sessionId the session
	 * @param type what the context is for
	 * @return the contexts
	 */
	public Mono<ApiReply<List<InternalContextData>>> getAndLoadInternalContext(String sessionId, String type) {
		return this.caller.call(Action.GET_AND_LOAD_INTERNAL_CONTEXT, sessionId,
				() -> new Parameters().with("SessionId", sessionId).with("ContextTypes.1", type),
				Answers.list(InternalContextData.class));
	}

	private static ApiCall.ParametersFactory file(String contextId, String path) {
		return () -> new Parameters().with("ContextId", contextId).with("FilePath", path);
	}

}
