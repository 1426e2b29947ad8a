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

package io.agentbay;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.agentbay.agent.Agent;
import io.agentbay.agent.BrowserAgent;
import io.agentbay.agent.ComputerAgent;
import io.agentbay.agent.MobileAgent;
import io.agentbay.agent.ReactiveAgent;
import io.agentbay.agent.ReactiveBrowserAgent;
import io.agentbay.agent.ReactiveComputerAgent;
import io.agentbay.agent.ReactiveMobileAgent;
import io.agentbay.browser.Browser;
import io.agentbay.browser.BrowserOperator;
import io.agentbay.browser.ReactiveBrowser;
import io.agentbay.browser.ReactiveBrowserOperator;
import io.agentbay.channel.Channel;
import io.agentbay.channel.ChannelCall;
import io.agentbay.channel.ReactiveChannel;
import io.agentbay.code.Code;
import io.agentbay.code.ReactiveCode;
import io.agentbay.command.Command;
import io.agentbay.command.ReactiveCommand;
import io.agentbay.computer.Computer;
import io.agentbay.computer.ReactiveComputer;
import io.agentbay.context.ContextManager;
import io.agentbay.context.ContextService;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.context.ReactiveContextService;
import io.agentbay.extension.ExtensionService;
import io.agentbay.extension.ReactiveExtensionService;
import io.agentbay.filesystem.FileSystem;
import io.agentbay.filesystem.ReactiveFileSystem;
import io.agentbay.git.Git;
import io.agentbay.git.ReactiveGit;
import io.agentbay.internal.socket.ChannelStream;
import io.agentbay.mobile.Mobile;
import io.agentbay.mobile.MobileSimulateService;
import io.agentbay.mobile.ReactiveMobile;
import io.agentbay.mobile.ReactiveMobileSimulateService;
import io.agentbay.network.NetworkService;
import io.agentbay.network.ReactiveNetworkService;
import io.agentbay.oss.Oss;
import io.agentbay.oss.ReactiveOss;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import io.agentbay.skill.ReactiveSkillService;
import io.agentbay.skill.SkillService;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.volume.ReactiveVolumeService;
import io.agentbay.volume.VolumeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The blocking classes offer what their reactive twins offer, and only wait for it.
 */
class BlockingTwinTests {

	/** Other names of other operations, and what a listener or a watch calls. */
	private static final Set<String> OTHERWISE = Set.of("reactive", "close", "toString", "fs", "files", "agent",
			"betaPause", "betaResume", "notifications", "watch");

	@ParameterizedTest
	@MethodSource("twins")
	void offersTheSameOperations(Class<?> blocking, Class<?> reactive) {
		assertThat(operations(blocking, "reactive", "close"))
			.isEqualTo(operations(reactive, "close", "wasCreated", "isMarked", "hasEnded"));
	}

	/** What is proven of one face holds for the other: one calls the other. */
	@ParameterizedTest
	@MethodSource("twins")
	void eachOperationCallsItsTwin(Class<?> blocking, Class<?> reactive) {
		assertThat(new ClassFileImporter().importClass(blocking).getMethods())
			.filteredOn((method) -> method.getModifiers().contains(JavaModifier.PUBLIC)
					&& !method.getModifiers().contains(JavaModifier.STATIC))
			.filteredOn((method) -> !OTHERWISE.contains(method.getName()))
			.allSatisfy((method) -> {
				assertThat(method.getAccessesFromSelf()).extracting(JavaAccess::getTarget).anySatisfy((target) -> {
					assertThat(target.getOwner().getName()).isIn(reactive.getName(), blocking.getName());
					assertThat(target.getName()).isEqualTo(method.getName());
				});
			});
	}

	static Stream<Arguments> twins() {
		return Stream.of(Arguments.of(AgentBay.class, ReactiveAgentBay.class),
				Arguments.of(Session.class, ReactiveSession.class), Arguments.of(Browser.class, ReactiveBrowser.class),
				Arguments.of(BrowserOperator.class, ReactiveBrowserOperator.class),
				Arguments.of(Code.class, ReactiveCode.class),
				Arguments.of(ContextManager.class, ReactiveContextManager.class),
				Arguments.of(ContextService.class, ReactiveContextService.class),
				Arguments.of(Command.class, ReactiveCommand.class), Arguments.of(Channel.class, ReactiveChannel.class),
				Arguments.of(ChannelCall.class, ChannelStream.class), Arguments.of(Git.class, ReactiveGit.class),
				Arguments.of(NetworkService.class, ReactiveNetworkService.class),
				Arguments.of(SkillService.class, ReactiveSkillService.class),
				Arguments.of(VolumeService.class, ReactiveVolumeService.class),
				Arguments.of(Oss.class, ReactiveOss.class), Arguments.of(Agent.class, ReactiveAgent.class),
				Arguments.of(ComputerAgent.class, ReactiveComputerAgent.class),
				Arguments.of(BrowserAgent.class, ReactiveBrowserAgent.class),
				Arguments.of(MobileAgent.class, ReactiveMobileAgent.class),
				Arguments.of(ExtensionService.class, ReactiveExtensionService.class),
				Arguments.of(Computer.class, ReactiveComputer.class), Arguments.of(Mobile.class, ReactiveMobile.class),
				Arguments.of(MobileSimulateService.class, ReactiveMobileSimulateService.class),
				Arguments.of(FileSystem.class, ReactiveFileSystem.class));
	}

	@Test
	void aSessionHasATwinForEachFeature() {
		assertThat(Session.class.getDeclaredMethods()).extracting(Method::getReturnType)
			.contains(List.of(Code.class, Command.class, ContextManager.class, FileSystem.class, Git.class)
				.toArray(new Class<?>[0]));
		assertThat(ReactiveSession.class.getDeclaredMethods()).extracting(Method::getReturnType)
			.contains(List
				.of(ReactiveCode.class, ReactiveCommand.class, ReactiveContextManager.class, ReactiveFileSystem.class,
						ReactiveGit.class)
				.toArray(new Class<?>[0]));
	}

	/**
	 * Operations by name and parameters, the reactive types taken for their twins. What
	 * streams has a consumer as a parameter more.
	 */
	private static Set<String> operations(Class<?> type, String... except) {
		return Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
			.filter((method) -> !List.of(except).contains(method.getName()))
			// the session ends its channel, nobody else
			.filter((method) -> !List.of(method.getParameterTypes()).contains(RuntimeException.class))
			.map((method) -> method.getName() + Arrays.stream(method.getParameterTypes())
				.filter((parameter) -> parameter != Consumer.class)
				.map((parameter) -> parameter.getSimpleName().replace("Reactive", ""))
				.toList())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Test
	void waitingOnAnEventLoopIsRefusedWithAHint() {
		try (ScriptedServer server = new ScriptedServer(); AgentBay agentBay = server.client().build()) {
			Mono<Object> onEventLoop = Mono.<Object>fromCallable(() -> agentBay.get(Replies.SESSION))
				.subscribeOn(Schedulers.parallel());
			assertThatIllegalStateException().isThrownBy(onEventLoop::block)
				.withMessageContaining("ReactiveAgentBay")
				.withMessageContaining("parallel-");
			assertThat(server.requests()).isEmpty();
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads came with Java 21")
	void waitingOnAVirtualThreadWorks() throws Exception {
		try (ScriptedServer server = new ScriptedServer().answers(Replies.session());
				AgentBay agentBay = server.client().build()) {
			boolean[] found = new boolean[1];
			Thread thread = (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class)
				.invoke(null, (Runnable) () -> found[0] = agentBay.get(Replies.SESSION).success());
			thread.join();
			assertThat(found[0]).isTrue();
		}
	}

}
