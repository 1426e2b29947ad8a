package io.agentbay;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.agentbay.code.Code;
import io.agentbay.code.ReactiveCode;
import io.agentbay.command.Command;
import io.agentbay.command.ReactiveCommand;
import io.agentbay.context.ContextManager;
import io.agentbay.context.ReactiveContextManager;
import io.agentbay.filesystem.FileSystem;
import io.agentbay.filesystem.ReactiveFileSystem;
import io.agentbay.git.Git;
import io.agentbay.git.ReactiveGit;
import io.agentbay.session.ReactiveSession;
import io.agentbay.session.Session;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The blocking classes offer what their reactive twins offer, and only wait for it.
 */
class BlockingTwinTests {

	@ParameterizedTest
	@CsvSource({ "io.agentbay.AgentBay, io.agentbay.ReactiveAgentBay",
			"io.agentbay.session.Session, io.agentbay.session.ReactiveSession",
			"io.agentbay.browser.Browser, io.agentbay.browser.ReactiveBrowser",
			"io.agentbay.browser.BrowserOperator, io.agentbay.browser.ReactiveBrowserOperator",
			"io.agentbay.code.Code, io.agentbay.code.ReactiveCode",
			"io.agentbay.context.ContextManager, io.agentbay.context.ReactiveContextManager",
			"io.agentbay.context.ContextService, io.agentbay.context.ReactiveContextService",
			"io.agentbay.command.Command, io.agentbay.command.ReactiveCommand",
			"io.agentbay.channel.Channel, io.agentbay.channel.ReactiveChannel",
			"io.agentbay.channel.ChannelCall, io.agentbay.channel.ChannelStream",
			"io.agentbay.git.Git, io.agentbay.git.ReactiveGit",
			"io.agentbay.network.NetworkService, io.agentbay.network.ReactiveNetworkService",
			"io.agentbay.skill.SkillService, io.agentbay.skill.ReactiveSkillService",
			"io.agentbay.volume.VolumeService, io.agentbay.volume.ReactiveVolumeService",
			"io.agentbay.oss.Oss, io.agentbay.oss.ReactiveOss",
			"io.agentbay.agent.Agent, io.agentbay.agent.ReactiveAgent",
			"io.agentbay.agent.ComputerAgent, io.agentbay.agent.ReactiveComputerAgent",
			"io.agentbay.agent.BrowserAgent, io.agentbay.agent.ReactiveBrowserAgent",
			"io.agentbay.agent.MobileAgent, io.agentbay.agent.ReactiveMobileAgent",
			"io.agentbay.extension.ExtensionService, io.agentbay.extension.ReactiveExtensionService",
			"io.agentbay.computer.Computer, io.agentbay.computer.ReactiveComputer",
			"io.agentbay.mobile.Mobile, io.agentbay.mobile.ReactiveMobile",
			"io.agentbay.mobile.MobileSimulateService, io.agentbay.mobile.ReactiveMobileSimulateService",
			"io.agentbay.filesystem.FileSystem, io.agentbay.filesystem.ReactiveFileSystem" })
	void offersTheSameOperations(Class<?> blocking, Class<?> reactive) {
		assertThat(operations(blocking, "reactive", "close")).isEqualTo(operations(reactive, "close"));
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
