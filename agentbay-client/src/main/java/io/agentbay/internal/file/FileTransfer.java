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

package io.agentbay.internal.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import io.agentbay.context.SyncDirection;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.filesystem.DownloadReport;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.filesystem.UploadReport;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.internal.api.ApiReply;
import io.agentbay.internal.api.ContextApi;
import io.agentbay.internal.api.FileUrlData;
import io.agentbay.internal.api.InternalContextData;
import io.agentbay.internal.http.Deadline;
import io.agentbay.internal.http.FileReply;
import io.agentbay.internal.text.SessionPath;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Moves files through the file-transfer context of a session: storage that is mounted in
 * it, and that gives out signed addresses. What is refused on the way is thrown inside
 * and becomes a failed result at the end.
 */
public final class FileTransfer {

	private static final Duration LIMIT = FileExchange.LONGEST;

	private final ContextApi api;

	private final String sessionId;

	private final Copying copying;

	private final FileExchange exchange;

	private final AtomicReference<@Nullable InternalContextData> context = new AtomicReference<>();

	/**
	 * Create the feature for a session.
	 * @param api the actions on contexts
	 * @param sessionId the session
	 * @param copying copies between session and storage
	 * @param exchange speaks to the storage
	 */
	public FileTransfer(ContextApi api, String sessionId, Copying copying, FileExchange exchange) {
		this.api = api;
		this.sessionId = sessionId;
		this.copying = copying;
		this.exchange = exchange;
	}

	/**
	 * Tell where files can be transferred: action {@code GetAndLoadInternalContext}. Asks
	 * once for each session.
	 * @return the directory
	 */
	public Mono<String> path() {
		return context().map(FileTransfer::directory);
	}

	private static String directory(InternalContextData context) {
		return String.valueOf(context.contextPath());
	}

	private static String slashed(InternalContextData context) {
		String directory = directory(context);
		return directory.endsWith("/") ? directory : directory + "/";
	}

	/**
	 * Tell whether files go to a place by themselves: only below the directory that is
	 * mounted. Everything else needs a command that takes them there.
	 * @param path the place
	 * @return whether they do
	 */
	public Mono<Boolean> reaches(String path) {
		return context()
			.map((context) -> SessionPath.isOfWindows(path) || (path.startsWith(slashed(context)) && !hasDots(path)));
	}

	private static boolean hasDots(String path) {
		return Arrays.stream(path.split("/")).anyMatch((name) -> name.equals(".") || name.equals(".."));
	}

	/**
	 * Make up a place for a file on its way to or from one that is not reached.
	 * @return the place, which nothing else has
	 */
	public Mono<String> stage() {
		return context().map((context) -> slashed(context) + "agentbay-" + UUID.randomUUID());
	}

	/**
	 * Remove a file from the storage: action {@code DeleteContextFile}.
	 * @param path its place
	 * @return completes when it is gone
	 */
	public Mono<Void> forget(String path) {
		return context().flatMap((context) -> this.api.deleteContextFile(String.valueOf(context.contextId()), path))
			.then();
	}

	/**
	 * Return the limits that hold for files, whatever way they take.
	 * @return the limits
	 */
	public FileLimits limits() {
		return this.exchange.limits();
	}

	/**
	 * Refuse a local place that cannot take a file, before anything is sent.
	 * @param localPath the place on this machine
	 * @param options how it will be fetched
	 * @return completes when it can
	 */
	public Mono<Void> checkLocal(Path localPath, TransferOptions options) {
		return LocalFile.check(localPath, options.overwrite());
	}

	private Mono<InternalContextData> context() {
		return Mono.defer(() -> {
			InternalContextData known = this.context.get();
			return (known != null) ? Mono.just(known)
					: this.api.getAndLoadInternalContext(this.sessionId, "file_transfer")
						.map(FileTransfer::found)
						.doOnNext(this.context::set);
		});
	}

	private static InternalContextData found(ApiReply<List<InternalContextData>> reply) {
		List<InternalContextData> contexts = reply.orElseThrow().data();
		for (InternalContextData context : (contexts != null) ? contexts : List.<InternalContextData>of()) {
			if (context.isComplete()) {
				return context;
			}
		}
		throw ServiceException.of(FailureKind.SERVICE, null,
				"Response contains no data: the session has no context for files", reply.outcome().details());
	}

	/**
	 * Send a file to the session.
	 * @param source its content
	 * @param remotePath where it shall be, a place that is reached
	 * @param options how
	 * @return what was sent
	 */
	public Mono<UploadReport> upload(UploadSource source, String remotePath, TransferOptions options) {
		return Deadline.within(LIMIT,
				place(remotePath).flatMap((place) -> FileExchange.Upload.of(source, options.contentType())
					.flatMap((file) -> url(this.api.getContextFileUploadUrl(place.contextId(), place.path()))
						.flatMap((url) -> this.exchange.put(url.address(), file, options.progress())
							.doOnNext((reply) -> requireStored(reply, url.requestId()))
							.flatMap((reply) -> this.copying.copy(place, SyncDirection.DOWNLOAD, options)
								.map((sync) -> new UploadReport(place.path(), reply.bytes(), reply.etag(),
										url.requestId(), sync)))))));
	}

	/**
	 * Fetch a file from the session. It appears locally when it is complete.
	 * @param remotePath the file in the session
	 * @param localPath where it shall be on this machine
	 * @param options how
	 * @return what was received
	 */
	public Mono<DownloadReport> download(String remotePath, Path localPath, TransferOptions options) {
		Mono<DownloadReport> download = checkLocal(localPath, options).then(place(remotePath))
			.flatMap((place) -> this.copying.copy(place, SyncDirection.UPLOAD, options)
				.flatMap((sync) -> url(this.api.getContextFileDownloadUrl(place.contextId(), place.path()))
					.flatMap((url) -> fetch(url, localPath, options).map((reply) -> new DownloadReport(place.path(),
							localPath, reply.bytes(), url.requestId(), sync)))));
		return Deadline.within(LIMIT, download);
	}

	private Mono<FileReply> fetch(Address url, Path localPath, TransferOptions options) {
		return Mono.usingWhen(LocalFile.open(localPath),
				(file) -> this.exchange.get(url.address(), file.partial(), options.progress())
					.doOnNext((reply) -> requireStored(reply, url.requestId()))
					.flatMap((reply) -> file.complete(options.overwrite()).thenReturn(reply)),
				LocalFile::discard);
	}

	/**
	 * Fetch a file from the session as a stream.
	 * @param remotePath the file in the session
	 * @return its content, which ends with an error when it is refused or breaks off
	 */
	public Flux<DataBuffer> stream(String remotePath) {
		Flux<DataBuffer> content = place(remotePath)
			.flatMap((place) -> this.copying.copy(place, SyncDirection.UPLOAD, TransferOptions.defaults())
				.then(url(this.api.getContextFileDownloadUrl(place.contextId(), place.path()))))
			.flatMapMany((url) -> this.exchange.stream(url.address(), (reply) -> refused(reply, url.requestId())));
		return Deadline.within(LIMIT, content);
	}

	private Mono<Place> place(String remotePath) {
		return context().map((context) -> new Place(String.valueOf(context.contextId()), remotePath));
	}

	private static Mono<Address> url(Mono<ApiReply<FileUrlData>> reply) {
		return reply.map((answer) -> new Address(FileUrlData.address(answer), answer.requestId()));
	}

	private static void requireStored(FileReply reply, @Nullable String requestId) {
		if (!reply.isSuccessful()) {
			throw refused(reply, requestId);
		}
		if (reply.hasOtherContent()) {
			throw ServiceException.of(FailureKind.SERVICE, null,
					"The storage has other content than was transferred: the checksums differ",
					CallDetails.ofRequest(requestId));
		}
	}

	private static ServiceException refused(FileReply reply, @Nullable String requestId) {
		FailureKind kind = (reply.status() == 404) ? FailureKind.NOT_FOUND : FailureKind.SERVICE;
		String code = (reply.errorCode() != null) ? " (" + reply.errorCode() + ")" : "";
		return ServiceException.of(kind, reply.errorCode(),
				"The storage refused the transfer with HTTP " + reply.status() + code,
				CallDetails.ofRequest(requestId));
	}

	private record Address(String address, @Nullable String requestId) {
	}

}
