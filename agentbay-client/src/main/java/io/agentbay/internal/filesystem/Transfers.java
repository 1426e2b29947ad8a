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

package io.agentbay.internal.filesystem;

import java.nio.file.Path;
import java.time.Duration;

import io.agentbay.error.AgentBayException;
import io.agentbay.error.CallDetails;
import io.agentbay.error.FailureKind;
import io.agentbay.error.ServiceException;
import io.agentbay.filesystem.DownloadReport;
import io.agentbay.filesystem.FileInfo;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.filesystem.UploadReport;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.internal.file.FileTransfer;
import io.agentbay.internal.http.Deadline;
import io.agentbay.internal.text.SessionPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.Assert;

/**
 * Moves files between this machine and any place of a session. The storage between them
 * is mounted in a single directory: a file of another place makes a stop there, under a
 * name of its own, and a command takes it on. So a relative path means to transfers what
 * it means to commands.
 */
final class Transfers {

	private static final Logger logger = LoggerFactory.getLogger(Transfers.class);

	private static final Duration LIMIT = Duration.ofHours(1);

	private static final Duration CLEANING = Duration.ofSeconds(10);

	private final FileTransfer transfer;

	private final FileCommands commands;

	private final FileReader reader;

	Transfers(FileTransfer transfer, FileCommands commands, FileReader reader) {
		this.transfer = transfer;
		this.commands = commands;
		this.reader = reader;
	}

	Mono<UploadReport> upload(UploadSource from, String path, TransferOptions options) {
		requireWaiting(path, options, SessionPath.isAbsolute(path));
		return Deadline.within(LIMIT, this.transfer.reaches(path)
			.flatMap((reached) -> reached ? uploadStraight(from, path, options) : uploadByStage(from, path, options)));
	}

	private Mono<UploadReport> uploadStraight(UploadSource from, String path, TransferOptions options) {
		Mono<UploadReport> upload = this.transfer.upload(from, path, options)
			.onErrorResume(ServiceException.class, (refused) -> explained(refused, path));
		return options.waitForCompletion() ? upload.flatMap(this::checked) : upload;
	}

	/** A storage knows no directories: what it says of one does not name it. */
	private <T> Mono<T> explained(ServiceException refused, String path) {
		String code = refused.errorCode();
		boolean perhaps = refused.failureKind() == FailureKind.CONFLICT
				|| refused.failureKind() == FailureKind.SERVICE && (code == null || code.contains("Conflict"));
		if (!perhaps) {
			return Mono.error(refused);
		}
		return this.reader.info(path)
			.map(FileInfo::directory)
			.onErrorReturn(AgentBayException.class, false)
			.flatMap((directory) -> Mono.error(directory ? FileCommands.directory(path, refused.details()) : refused));
	}

	private Mono<UploadReport> uploadByStage(UploadSource from, String path, TransferOptions options) {
		requireWaiting(path, options, false);
		return this.commands.target(path).flatMap((target) -> this.transfer.stage().flatMap((stage) -> {
			Mono<UploadReport> upload = this.transfer.upload(from, stage, options)
				.flatMap((sent) -> this.commands.moveIn(stage, target)
					.thenReturn(new UploadReport(target, sent.bytesSent(), sent.etag(), sent.requestId(),
							sent.syncRequestId())));
			return Mono.usingWhen(Mono.just(stage), (place) -> upload, (place) -> cleaned(place, Mono.empty()),
					(place, failure) -> cleaned(place, this.commands.remove(place)),
					(place) -> cleaned(place, this.commands.remove(place)));
		})).flatMap(this::checked);
	}

	private Mono<UploadReport> checked(UploadReport sent) {
		CallDetails details = CallDetails.ofRequest(sent.requestId());
		return this.reader.info(sent.path())
			.onErrorMap(ServiceException.class,
					(ex) -> ServiceException.of(ex.failureKind(), ex.errorCode(),
							"The uploaded file cannot be seen: " + ex.getMessage(), details.or(ex.details())))
			.map((info) -> {
				if (info.size() != sent.bytesSent()) {
					throw ServiceException.of(FailureKind.SERVICE, null, "%s bytes were uploaded, but %s has %s"
						.formatted(sent.bytesSent(), sent.path(), info.size()), details);
				}
				return sent;
			});
	}

	Mono<DownloadReport> download(String path, Path to, TransferOptions options) {
		requireWaiting(path, options, SessionPath.isAbsolute(path));
		Mono<DownloadReport> download = this.transfer.checkLocal(to, options)
			.then(Mono.defer(() -> this.transfer.reaches(path)))
			.flatMap((reached) -> reached ? this.transfer.download(path, to, options)
					: downloadByStage(path, to, options));
		return Deadline.within(LIMIT, download);
	}

	private Mono<DownloadReport> downloadByStage(String path, Path to, TransferOptions options) {
		requireWaiting(path, options, false);
		return this.transfer.stage()
			.flatMap((stage) -> Mono.usingWhen(Mono.just(stage),
					(place) -> this.commands.copyOut(path, place)
						.flatMap((whole) -> this.transfer.download(place, to, options)
							.map((got) -> new DownloadReport(whole, got.localPath(), got.bytesReceived(),
									got.requestId(), got.syncRequestId()))),
					(place) -> cleaned(place, this.commands.remove(place))));
	}

	Flux<DataBuffer> stream(String path) {
		return Deadline.within(LIMIT, this.transfer.reaches(path)
			.flatMapMany((reached) -> reached ? this.transfer.stream(path) : streamByStage(path)));
	}

	private Flux<DataBuffer> streamByStage(String path) {
		return this.transfer.stage()
			.flatMapMany((stage) -> Flux.usingWhen(Mono.just(stage),
					(place) -> this.commands.copyOut(path, place).flatMapMany((whole) -> this.transfer.stream(place)),
					(place) -> cleaned(place, this.commands.remove(place))));
	}

	/** What is left over does no harm, and must not spoil what was done. */
	private Mono<Void> cleaned(String stage, Mono<Void> first) {
		return first.onErrorComplete()
			.then(Mono.defer(() -> this.transfer.forget(stage)))
			.timeout(CLEANING)
			.onErrorResume((ex) -> {
				logger.debug("The file {} of a transfer is left over: {}", stage, ex.toString());
				return Mono.empty();
			});
	}

	private static void requireWaiting(String path, TransferOptions options, boolean perhapsReached) {
		Assert.isTrue(options.waitForCompletion() || perhapsReached,
				() -> "'options' must not leave out waiting for a file that is not below transferPath(): " + path);
	}

}
