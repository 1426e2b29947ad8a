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

package io.agentbay.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a reactive interface becomes for those who wait.
 */
class FaceGeneratorTests {

	@TempDir
	private Path sources;

	@TempDir
	private Path target;

	private FaceGenerator generator;

	@BeforeEach
	void prepare() throws IOException {
		this.generator = new FaceGenerator(this.sources, this.target);
		write("ReactiveLeaf", "interface ReactiveLeaf {\n/** Fall. @return completes */\nMono<Void> fall();\n}");
	}

	@Test
	void whatIsEmittedOnceIsReturned() throws IOException {
		String face = faceOf("/** Count. @return the number */ Mono<Integer> count(String of);");
		assertThat(face).contains("int count(String of);");
		assertThat(waiting()).contains("return Blocking.await(this.reactive.count(of));");
	}

	@Test
	void aVoidHasNoResultAndNoReturnTag() throws IOException {
		String face = faceOf("/**\n * Grow.\n * @return completes when it has grown\n */\nMono<Void> grow();");
		assertThat(face).contains("void grow();").doesNotContain("completes when");
		assertThat(waiting()).contains("Blocking.run(this.reactive.grow());");
	}

	@Test
	void whatIsFoundMayBeMissing() throws IOException {
		assertThat(faceOf("/** Find. @return it */ Mono<ReactiveLeaf> findLeaf(String name);"))
			.contains("Optional<Leaf> findLeaf(String name);")
			.contains("import java.util.Optional;");
		assertThat(waiting()).contains("return Blocking.find(this.reactive.findLeaf(name)).map(BlockingLeaf::new);");
	}

	@Test
	void reactiveTypesAreReplacedWhereverTheyStand() throws IOException {
		assertThat(
				faceOf("""
						/** Join. @return all */ Mono<Map<String, ReactiveLeaf>> join(ReactiveLeaf one, List<ReactiveLeaf> more);
						/** Leaves. @return them */ Collection<ReactiveLeaf> leaves();"""))
			.contains("Map<String, Leaf> join(Leaf one, List<Leaf> more);")
			.contains("Collection<Leaf> leaves();");
		assertThat(waiting()).contains("this.reactive.join(one.reactive(), more)")
			.contains("this.reactive.leaves().stream().<Leaf>map(BlockingLeaf::new).toList()");
	}

	@Test
	void aFeatureIsTheSameEachTime() throws IOException {
		assertThat(faceOf("/** Leaf. @return it */ ReactiveLeaf leaf();")).contains("Leaf leaf();");
		assertThat(waiting()).contains("private final Memo<Leaf> leaf = new Memo<>();")
			.contains("return this.leaf.get(() -> new BlockingLeaf(this.reactive.leaf()));");
	}

	@Test
	void streamsTakeTheirShape() throws IOException {
		String face = faceOf(
				"""
						/** A. @return a */ @BlockingShape(Kind.LIST) Flux<String> a();
						/** B. @return b */ @BlockingShape(Kind.PAGES) Flux<String> b();
						/** C. @return c */ @BlockingShape(Kind.BYTES) Flux<DataBuffer> c();
						/** D. @return d */ @BlockingShape(value = Kind.EVENTS, result = Tally.class, last = End.class) Flux<Happening> d();
						/** E. @return e */ @BlockingShape(Kind.SUBSCRIBE) Flux<Happening> e();""");
		assertThat(face).contains("List<String> a();", "Stream<String> b();", "InputStream c();",
				"Tally d(Consumer<? super Happening> consumer);",
				"EventSubscription e(Consumer<? super Happening> consumer);");
		assertThat(face).doesNotContain("BlockingShape");
		assertThat(waiting()).contains("return Blocking.events(this.reactive.d(), End.class, consumer).result();");
	}

	@Test
	void aDefaultMethodThatCallsAnotherIsCopied() throws IOException {
		String face = faceOf("""
				/** Rest. @return completes */ Mono<Void> rest(int hours);
				/** Rest. @return completes */ default Mono<Void> rest() { return rest(8); }""");
		assertThat(face).contains("default void rest() {\n\t\trest(8);\n\t}");
		assertThat(waiting()).doesNotContain("rest(8)");
	}

	@Test
	void genericMethodsBoundsVarargsAndAnnotationsStay() throws IOException {
		assertThat(faceOf("/** T. @return t */ <T extends Comparable<T>> Mono<T> most(@Nullable String of, T... all);"))
			.contains("<T extends Comparable<T>> T most(@Nullable String of, T... all);");
	}

	@Test
	void notesOnTheReactiveFaceAreLeftOutAndLinksFollow() throws IOException {
		assertThat(faceOf("""
				/**
				 * See {@link ReactiveLeaf#fall()}, or {@link #tell(String)} and {@link #hear()}.
				 * @param of what
				 * @return it
				 * @apiNote cancelling ends it.
				 */
				Mono<String> see(String of);
				/** Tell. @param of what @return it */ @BlockingShape(Kind.SUBSCRIBE) Flux<String> tell(String of);
				/** Hear. @return it */ @BlockingShape(Kind.SUBSCRIBE) Flux<String> hear();"""))
			.contains("{@link Leaf#fall()}, or {@link #tell(String, Consumer)}", "{@link #hear(Consumer)}")
			.doesNotContain("cancelling");
	}

	@Test
	void whatIsClosedCanBeUsedInTryWithResources() throws IOException {
		assertThat(faceOf("/** Close. @return completes */ Mono<Void> close();"))
			.contains("public interface Tree extends AutoCloseable {");
	}

	@Test
	void whatIsInheritedIsAnsweredAndToldOnce() throws IOException {
		write("ReactivePlant", """
				interface ReactivePlant {
				/** Grow. @return completes */ Mono<Void> grow();
				/** Leaf. @return it */ ReactiveLeaf leaf();
				/** Blocking. @return it */ default Plant blocking() { return new BlockingPlant(this); }
				}""");
		write("ReactiveTree", """
				interface ReactiveTree extends ReactivePlant {
				/** Fell. @return completes */ Mono<Void> fell();
				/** Blocking. @return it */ @Override default Tree blocking() { return new BlockingTree(this); }
				}""");
		this.generator.write();
		assertThat(Files.readString(this.target.resolve("forest/Tree.java")))
			.contains("public interface Tree extends Plant {", "void fell();", "@Override\n\tReactiveTree reactive();")
			.doesNotContain("grow");
		assertThat(waiting()).contains("Blocking.run(this.reactive.fell());", "Blocking.run(this.reactive.grow());",
				"import forest.Leaf;", "return this.leaf.get(() -> new BlockingLeaf(this.reactive.leaf()));");
	}

	@Test
	void aStreamWithoutShapeIsRefused() {
		assertThatExceptionOfType(FaceException.class)
			.isThrownBy(() -> faceOf("/** A. @return a */ Flux<String> drops();"))
			.withMessageContaining("drops");
	}

	@Test
	void aTypeThatCannotBeToldIsRefused() {
		assertThatExceptionOfType(FaceException.class)
			.isThrownBy(() -> faceOf("/** A. @return a */ Mono<Flux<String>> odd();"))
			.withMessageContaining("Flux<String>");
	}

	@Test
	void aLinkIntoAStreamIsRefused() {
		assertThatExceptionOfType(FaceException.class)
			.isThrownBy(() -> faceOf("/** Like {@link Mono#then()}. @return a */ Mono<String> odd();"))
			.withMessageContaining("Mono#then()");
	}

	@Test
	void aTextThatIsStaleIsToldAndNothingIsWritten() throws IOException {
		faceOf("/** Count. @return the number */ Mono<Integer> count();");
		assertThat(this.generator.stale()).isEmpty();
		write("ReactiveTree", "interface ReactiveTree {\n/** Count. @return it */\nMono<Long> count();\n}");
		Path stranger = Files.writeString(this.target.resolve("forest/Stranger.java"), "class Stranger {}");
		assertThat(this.generator.stale()).containsExactlyInAnyOrder("forest/Tree.java",
				"io/agentbay/internal/blocking/BlockingTree.java", "forest/Stranger.java");
		assertThatExceptionOfType(FaceException.class)
			.isThrownBy(() -> FaceGenerator.main("check", this.sources.toString(), this.target.toString()))
			.withMessageContaining("-Dagentbay.face=write");
		assertThat(Files.readString(this.target.resolve("forest/Tree.java"))).contains("int count();");
		this.generator.write();
		assertThat(stranger).doesNotExist();
		assertThat(this.generator.stale()).isEmpty();
	}

	private String faceOf(String methods) throws IOException {
		write("ReactiveTree", "interface ReactiveTree {\n" + methods + "\n}");
		this.generator.write();
		return Files.readString(this.target.resolve("forest/Tree.java"));
	}

	private String waiting() throws IOException {
		return Files.readString(this.target.resolve("io/agentbay/internal/blocking/BlockingTree.java"));
	}

	private void write(String name, String declaration) throws IOException {
		Path file = this.sources.resolve("forest/" + name + ".java");
		Files.createDirectories(file.getParent());
		Files.writeString(file, """
				/* Copyright */

				package forest;

				import java.util.Collection;
				import java.util.List;
				import java.util.Map;

				/**
				 * A thing.
				 */
				public %s
				""".formatted(declaration));
	}

}
