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

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.agentbay.agent.BrowserTask;
import io.agentbay.agent.CallForUser;
import io.agentbay.agent.MobileTask;
import io.agentbay.agent.TaskListener;
import io.agentbay.browser.ActOptions;
import io.agentbay.browser.BrowserNotification;
import io.agentbay.browser.BrowserOption;
import io.agentbay.browser.ExtractOptions;
import io.agentbay.browser.LoginOptions;
import io.agentbay.browser.ObserveOptions;
import io.agentbay.browser.ObservedAction;
import io.agentbay.browser.PageTarget;
import io.agentbay.browser.ScreenshotOptions;
import io.agentbay.code.CodeLanguage;
import io.agentbay.code.CodeOptions;
import io.agentbay.command.CommandOptions;
import io.agentbay.command.StartOptions;
import io.agentbay.context.ClearOptions;
import io.agentbay.context.ContextAttachment;
import io.agentbay.context.ContextFileQuery;
import io.agentbay.context.ContextMount;
import io.agentbay.context.ContextQuery;
import io.agentbay.context.ContextSync;
import io.agentbay.context.ContextTaskQuery;
import io.agentbay.context.SyncOptions;
import io.agentbay.device.AppFilter;
import io.agentbay.device.StartAppOptions;
import io.agentbay.filesystem.FileEdit;
import io.agentbay.filesystem.TransferOptions;
import io.agentbay.filesystem.UploadSource;
import io.agentbay.filesystem.WatchOptions;
import io.agentbay.git.GitCloneOptions;
import io.agentbay.git.GitCommitOptions;
import io.agentbay.git.GitInitOptions;
import io.agentbay.git.GitRemoteOption;
import io.agentbay.git.GitRestoreOptions;
import io.agentbay.mobile.LongScreenshotOptions;
import io.agentbay.mobile.MobileExtraConfig;
import io.agentbay.oss.OssCredentials;
import io.agentbay.session.CreateSessionOptions;
import io.agentbay.session.Session;
import io.agentbay.session.SessionState;
import io.agentbay.skill.SkillBinding;
import io.agentbay.skill.SkillQuery;
import io.agentbay.terminal.TerminalOptions;
import io.agentbay.testing.Replies;
import io.agentbay.testing.ScriptedServer;
import io.agentbay.tool.ToolCall;
import io.agentbay.volume.VolumeQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Every public operation, each of its arguments made wrong in turn: refused with a
 * message that names the argument, and nothing is sent. What an argument may be although
 * it looks wrong is listed here; {@link ArgumentTests} has what only its operation
 * refuses.
 */
class WrongInputTests {

	/** Operation, argument and value that are legal. */
	private static final Set<String> LEGAL = Set.of(
			// Files may be empty, and blanks may be typed.
			"FileSystem.write content=\"\"", "FileSystem.write content=\" \"", "FileSystem.append content=\"\"",
			"FileSystem.append content=\" \"", "FileSystem.writeWithParents content=\"\"",
			"FileSystem.writeWithParents content=\" \"", "Computer.inputText text=\" \"", "Mobile.inputText text=\" \"",
			"BrowserOperator.type text=\"\"", "BrowserOperator.type text=\" \"",
			// None of them: no choice, that is all.
			"FileSystem.search excludes=[]",
			// The nearest there is to taking a variable away.
			"Environment.set value=\"\"", "Environment.set value=\" \"",
			// Ids are the service's affair.
			"Browser.sendTakeoverDone id=-1");

	/** Operation and argument that are not sent. */
	private static final Set<String> LOCAL = Set.of("Session.findServer tool", "AgentBay.extensions contextName");

	/** What answers a feature and is no accessor. */
	private static final Set<String> SENDING = Set.of("create", "open", "reactive");

	/** A value of each type that no operation refuses. */
	private static final Map<Type, Object> RIGHT = rightValues();

	private static ScriptedServer server;

	private static AgentBay agentBay;

	private static Session session;

	private static Map<Type, Object> rightValues() {
		Consumer<Object> consumer = (value) -> {
		};
		Map<Type, Object> values = new HashMap<>();
		Stream
			.of("[1]", Duration.ofSeconds(1), CreateSessionOptions.builder().build(), ToolCall.of("a", Map.of()),
					CommandOptions.defaults(), ContextSync.of("c", "/a"), ContextQuery.all(),
					ContextFileQuery.of("c", "/a"), ContextTaskQuery.all(), SyncOptions.all(), ClearOptions.defaults(),
					SkillQuery.all(), VolumeQuery.all(), new FileEdit("a", "b"), WatchOptions.defaults(),
					TransferOptions.defaults(), UploadSource.of(new byte[1]), AppFilter.defaults(),
					MobileExtraConfig.unchanged(), BrowserOption.defaults(), BrowserNotification.takeoverDone(1),
					ScreenshotOptions.defaults(), ActOptions.of("a"), ObserveOptions.of("a"),
					ExtractOptions.of(Title.class, "a"), LoginOptions.of(Map.of("a", "b")), PageTarget.last(),
					new ObservedAction("a", "b", "c", "{}"), BrowserTask.of("a"), GitCloneOptions.defaults(),
					GitInitOptions.defaults(), GitCommitOptions.defaults(), GitRestoreOptions.defaults(),
					new GitRemoteOption[0], OssCredentials.of("a", "b", "c"), URI.create("https://a"),
					SessionState.builder("s-1").build(), TerminalOptions.defaults(), StartOptions.defaults(),
					new SkillBinding[] { new SkillBinding("c", List.of("s"), "/s") })
			.forEach((value) -> values.put(value.getClass(), value));
		values.put(ContextAttachment.class, ContextMount.of("c", "/a"));
		values.put(StartAppOptions.class, StartAppOptions.defaults());
		values.put(LongScreenshotOptions.class, LongScreenshotOptions.defaults());
		values.put(int.class, 2);
		values.put(long.class, 1L);
		values.put(boolean.class, true);
		values.put(Map.class, Map.of("a", "b"));
		values.put(Path.class, Path.of("pom.xml"));
		values.put(Resource.class, new ByteArrayResource(new byte[1]));
		values.put(Consumer.class, consumer);
		values.put(UnaryOperator.class, UnaryOperator.identity());
		values.put(CodeOptions.class, CodeOptions.of(CodeLanguage.PYTHON));
		values.put(MobileTask.class, MobileTask.of("a"));
		values.put(TaskListener.class, (TaskListener) consumer::accept);
		values.put(CallForUser.class, (CallForUser) (prompt) -> prompt);
		return values;
	}

	@BeforeAll
	static void connect() {
		server = new ScriptedServer().answers(Replies.ok("{\"Port\":9222}"));
		agentBay = server.client().build();
		session = agentBay.restore(SessionState.builder("s-1").build());
		session.browser().initialize();
	}

	@AfterAll
	static void disconnect() {
		agentBay.close();
		server.close();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void isRefusedBeforeAnythingIsSent(Operation operation) {
		int before = server.requests().size();
		for (WrongCall wrong : operation.wrongCalls()) {
			assertThatIllegalArgumentException().as(wrong.toString())
				.isThrownBy(wrong::make)
				.withMessageContaining("'" + wrong.argument() + "'");
		}
		assertThat(server.requests()).hasSize(before);
	}

	/** What it would arrive as depends on the way, so nothing of it is sent. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void halfACharacterIsNotSent(Operation operation) {
		int before = server.requests().size();
		for (WrongCall half : operation.callsWithHalfACharacter()) {
			assertThatIllegalArgumentException().as(half.toString()).isThrownBy(half::makeAndWait);
		}
		assertThat(server.requests()).hasSize(before);
	}

	static Stream<Operation> operations() {
		Map<Class<?>, Object> features = new LinkedHashMap<>();
		Stream.of(agentBay, session, agentBay.newExtensions()).forEach((feature) -> addTo(features, feature));
		return features.values()
			.stream()
			.flatMap(WrongInputTests::operations)
			.filter((operation) -> !operation.wrongCalls().isEmpty());
	}

	/** A feature and those that it leads to. */
	private static void addTo(Map<Class<?>, Object> features, Object feature) {
		if (features.putIfAbsent(faceOf(feature), feature) == null) {
			operations(feature).filter((operation) -> operation.method().getParameterCount() == 0)
				.filter((operation) -> isFeature(operation.method().getReturnType()))
				.filter((operation) -> !SENDING.contains(operation.method().getName()))
				.forEach((operation) -> addTo(features, operation.call()));
		}
	}

	/** A feature has two faces, a value has not. */
	private static boolean isFeature(Class<?> type) {
		return ClassUtils.isPresent(type.getPackageName() + ".Reactive" + type.getSimpleName(), type.getClassLoader());
	}

	/** The interface that users name, where there is one. */
	private static Class<?> faceOf(Object feature) {
		return Arrays.stream(feature.getClass().getInterfaces())
			.filter((face) -> face.getName().startsWith("io.agentbay."))
			.<Class<?>>map((face) -> face)
			.findFirst()
			.orElse(feature.getClass());
	}

	private static Stream<Operation> operations(Object feature) {
		return Arrays.stream(faceOf(feature).getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
					&& !method.isSynthetic())
			.map((method) -> new Operation(feature, method));
	}

	private static List<Object> wrongValues(Parameter parameter) {
		Class<?> type = parameter.getType();
		List<Object> wrong = new ArrayList<>();
		if (!type.isPrimitive() && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
			wrong.add(null);
		}
		if (type == String.class) {
			wrong.addAll(List.of("", " "));
		}
		else if (type == int.class || type == Integer.class) {
			wrong.add(-1);
		}
		else if (type == long.class) {
			wrong.add(-1L);
		}
		else if (type == Duration.class) {
			wrong.addAll(List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofSeconds(Long.MAX_VALUE)));
		}
		else if (type == List.class) {
			wrong.addAll(List.of(List.of(), Collections.singletonList(null)));
		}
		else if (type == Map.class) {
			wrong.add(Collections.singletonMap(null, "value"));
		}
		return wrong;
	}

	/** A value that its operation accepts. */
	private static Object rightValue(Parameter parameter) {
		Class<?> type = parameter.getType();
		if (parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
			return null;
		}
		if (type == Class.class) {
			return Title.class;
		}
		if (type == List.class) {
			Type element = ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0];
			return List.of(RIGHT.get((element instanceof WildcardType any) ? any.getUpperBounds()[0] : element));
		}
		if (type.isEnum()) {
			return type.getEnumConstants()[0];
		}
		return RIGHT.get(type);
	}

	/**
	 * What is read from a page.
	 *
	 * @param title the title
	 */
	record Title(String title) {
	}

	/**
	 * An operation of a feature.
	 *
	 * @param feature whose it is
	 * @param method what it is
	 */
	record Operation(Object feature, Method method) {

		Object call(Object... arguments) {
			try {
				return this.method.invoke(this.feature, arguments);
			}
			catch (InvocationTargetException ex) {
				throw (RuntimeException) ex.getCause();
			}
			catch (IllegalAccessException ex) {
				throw new IllegalStateException(ex);
			}
		}

		/** Calls with one wrong argument each. */
		List<WrongCall> wrongCalls() {
			Parameter[] parameters = this.method.getParameters();
			List<WrongCall> calls = new ArrayList<>();
			for (int i = 0; i < parameters.length; i++) {
				for (Object wrong : wrongValues(parameters[i])) {
					Object[] arguments = Arrays.stream(parameters).map(WrongInputTests::rightValue).toArray();
					arguments[i] = wrong;
					calls.add(new WrongCall(this, parameters[i].getName(), wrong, arguments));
				}
			}
			return calls.stream().filter((call) -> !LEGAL.contains(call.toString())).toList();
		}

		/** Calls with a text each that was cut within a character. */
		List<WrongCall> callsWithHalfACharacter() {
			Parameter[] parameters = this.method.getParameters();
			List<WrongCall> calls = new ArrayList<>();
			for (int i = 0; i < parameters.length; i++) {
				if (parameters[i].getType() == String.class) {
					Object[] arguments = Arrays.stream(parameters).map(WrongInputTests::rightValue).toArray();
					arguments[i] = "cut \ud83d";
					calls.add(new WrongCall(this, parameters[i].getName(), arguments[i], arguments));
				}
			}
			return calls.stream().filter((call) -> !LOCAL.contains(call.name())).toList();
		}

		@Override
		public String toString() {
			return faceOf(this.feature).getSimpleName() + "." + this.method.getName()
					+ Arrays.stream(this.method.getParameters()).map(Parameter::getName).toList();
		}

	}

	/**
	 * A call with one wrong argument.
	 *
	 * @param operation what is called
	 * @param argument the name of the wrong argument
	 * @param value the wrong value
	 * @param arguments all values
	 */
	record WrongCall(Operation operation, String argument, Object value, Object[] arguments) {

		void make() {
			this.operation.call(this.arguments);
		}

		/** What is reactive does nothing before somebody waits for it. */
		void makeAndWait() {
			Object answer = this.operation.call(this.arguments);
			if (answer instanceof Publisher<?> publisher) {
				Flux.from(publisher).blockLast(Duration.ofSeconds(10));
			}
			else if (answer instanceof Stream<?> stream) {
				stream.forEach((element) -> {
				});
			}
		}

		/** The same for a feature and its reactive twin. */
		String name() {
			return faceOf(this.operation.feature()).getSimpleName().replace("Reactive", "") + "."
					+ this.operation.method().getName() + " " + this.argument;
		}

		@Override
		public String toString() {
			return name() + "=" + ((this.value instanceof String) ? "\"" + this.value + "\"" : this.value);
		}

	}

}
