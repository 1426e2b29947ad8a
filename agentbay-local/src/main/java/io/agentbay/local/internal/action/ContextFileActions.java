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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.agentbay.local.internal.context.ContextFiles.Entry;
import io.agentbay.local.internal.context.ContextPath;
import io.agentbay.local.internal.context.Contexts;
import io.agentbay.local.internal.context.FileUrls;

/**
 * The files of contexts, as they are stored.
 */
public final class ContextFileActions implements ActionGroup {

	private static final int DEFAULT_PAGE = 50;

	private static final int MAX_PAGE = 1000;

	private final Contexts contexts;

	private final FileUrls urls;

	public ContextFileActions(Contexts contexts, FileUrls urls) {
		this.contexts = contexts;
		this.urls = urls;
	}

	@Override
	public Map<String, Action> actions() {
		return Map.of("DescribeContextFiles", this::list, "GetContextFileUploadUrl", this::uploadUrl,
				"GetContextFileDownloadUrl", this::downloadUrl, "DeleteContextFile", this::delete);
	}

	private ActionReply list(ActionRequest request) throws IOException {
		String contextId = request.required("ContextId");
		ContextPath folder = ContextPath.of(request.text("ParentFolderPath", "/"));
		boolean byToken = request.text("MaxResults") != null || request.text("NextToken") != null;
		int size = request.integer(byToken ? "MaxResults" : "PageSize", DEFAULT_PAGE, 1, MAX_PAGE);
		long before = byToken ? PageToken.read(request.text("NextToken"))
				: (request.integer("PageNumber", 1, 1, Integer.MAX_VALUE) - 1L) * size;
		List<Entry> entries = this.contexts.files(contextId).list(folder);
		List<Map<String, Object>> data = entries.stream()
			.skip(before)
			.limit(size)
			.map((entry) -> describe(contextId, folder, entry))
			.toList();
		long after = before + data.size();
		return new ActionReply(data, Map.of("Count", entries.size(), "MaxResults", size, "NextToken",
				(after < entries.size()) ? PageToken.after(after) : ""));
	}

	private ActionReply uploadUrl(ActionRequest request) {
		return url(request, "PUT");
	}

	private ActionReply downloadUrl(ActionRequest request) {
		return url(request, "GET");
	}

	private ActionReply url(ActionRequest request, String method) {
		String contextId = request.required("ContextId");
		ContextPath path = path(request);
		this.contexts.files(contextId);
		return ActionReply.of(Map.of("Url", this.urls.address(request.endpoint(), method, contextId, path),
				"ExpireTime", FileUrls.LIFETIME.toSeconds()));
	}

	private ActionReply delete(ActionRequest request) throws IOException {
		String contextId = request.required("ContextId");
		this.contexts.files(contextId).delete(path(request));
		this.contexts.touch(contextId);
		return ActionReply.empty();
	}

	private static ContextPath path(ActionRequest request) {
		ContextPath path = ContextPath.of(request.required("FilePath"));
		if (path.isRoot()) {
			throw ActionException.invalid("FilePath", "must name a file");
		}
		return path;
	}

	private static Map<String, Object> describe(String contextId, ContextPath folder, Entry entry) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("FileId",
				UUID.nameUUIDFromBytes((contextId + entry.path()).getBytes(StandardCharsets.UTF_8)).toString());
		data.put("FileName", entry.path().name());
		data.put("FilePath", entry.path().toString());
		data.put("FileType", entry.folder() ? "FOLDER" : "FILE");
		data.put("GmtCreate", Times.text(entry.attributes().creationTime().toInstant()));
		data.put("GmtModified", Times.text(entry.attributes().lastModifiedTime().toInstant()));
		data.put("Size", entry.folder() ? 0L : entry.attributes().size());
		data.put("Status", "ready");
		data.put("RelativePath", entry.path().after(folder).toString().substring(1));
		return data;
	}

}
