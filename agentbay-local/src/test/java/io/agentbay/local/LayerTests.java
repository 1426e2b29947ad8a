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

package io.agentbay.local;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Who may know whom.
 */
@AnalyzeClasses(packagesOf = LocalAgentBay.class, importOptions = ImportOption.DoNotIncludeTests.class)
class LayerTests {

	private static final DescribedPredicate<JavaClass> INTERNAL = JavaClass.Predicates
		.resideInAPackage("io.agentbay.local.internal..");

	@ArchTest
	private final ArchRule callsGoDownOnly = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("runtime")
		.definedBy("io.agentbay.local")
		.layer("http")
		.definedBy(room("http"))
		.layer("channel")
		.definedBy(room("channel"))
		.layer("action")
		.definedBy(room("action"))
		.layer("mount")
		.definedBy(room("mount"))
		.layer("session")
		.definedBy(room("session"))
		.layer("account")
		.definedBy(room("account"))
		.layer("context")
		.definedBy(room("context"))
		.layer("catalogue")
		.definedBy(room("catalogue"))
		.layer("tool")
		.definedBy(room("tool"))
		.layer("code")
		.definedBy(room("code"))
		.layer("agent")
		.definedBy(room("agent"))
		.layer("browser")
		.definedBy(room("browser"))
		.layer("desktop")
		.definedBy(room("desktop"))
		.layer("adb")
		.definedBy(room("adb"))
		.layer("phone")
		.definedBy(room("phone"))
		.layer("terminal")
		.definedBy(room("terminal"))
		.layer("picture")
		.definedBy(room("picture"))
		.layer("sandbox")
		.definedBy(room("sandbox"))
		.layer("enclosure")
		.definedBy(room("enclosure"))
		.layer("limit")
		.definedBy(room("limit"))
		.layer("process")
		.definedBy(room("process"))
		.layer("tls")
		.definedBy(room("tls"))
		.whereLayer("http")
		.mayOnlyBeAccessedByLayers("runtime")
		.whereLayer("channel")
		.mayOnlyBeAccessedByLayers("runtime", "http")
		.whereLayer("action")
		.mayOnlyBeAccessedByLayers("runtime", "http")
		.whereLayer("mount")
		.mayOnlyBeAccessedByLayers("runtime", "action")
		.whereLayer("session")
		.mayOnlyBeAccessedByLayers("runtime", "http", "channel", "action", "mount")
		.whereLayer("account")
		.mayOnlyBeAccessedByLayers("runtime", "action")
		.whereLayer("context")
		.mayOnlyBeAccessedByLayers("runtime", "account", "http", "action", "mount")
		.whereLayer("catalogue")
		.mayOnlyBeAccessedByLayers("runtime", "channel", "action")
		.whereLayer("tool")
		.mayOnlyBeAccessedByLayers("catalogue", "channel", "action", "http")
		.whereLayer("code")
		.mayOnlyBeAccessedByLayers("tool")
		.whereLayer("agent")
		.mayOnlyBeAccessedByLayers("runtime", "catalogue", "tool")
		.whereLayer("browser")
		.mayOnlyBeAccessedByLayers("runtime", "http", "action", "catalogue", "tool")
		.whereLayer("desktop")
		.mayOnlyBeAccessedByLayers("tool")
		.whereLayer("adb")
		.mayOnlyBeAccessedByLayers("runtime", "action", "tool")
		.whereLayer("phone")
		.mayOnlyBeAccessedByLayers("runtime", "catalogue", "tool", "adb")
		.whereLayer("terminal")
		.mayOnlyBeAccessedByLayers("channel")
		.whereLayer("picture")
		.mayOnlyBeAccessedByLayers("runtime", "http", "catalogue", "tool", "adb")
		.whereLayer("sandbox")
		.mayOnlyBeAccessedByLayers("runtime", "http", "channel", "action", "mount", "session", "catalogue", "tool",
				"code", "agent", "browser", "desktop", "adb", "phone", "terminal")
		.whereLayer("enclosure")
		.mayOnlyBeAccessedByLayers("sandbox", "limit")
		.whereLayer("limit")
		.mayOnlyBeAccessedByLayers("runtime", "sandbox")
		.whereLayer("process")
		.mayOnlyBeAccessedByLayers("sandbox", "enclosure", "limit", "agent", "browser", "code", "desktop", "tool")
		.whereLayer("tls")
		.mayOnlyBeAccessedByLayers("runtime", "http")
		.because("a tool must not depend on how it is called, nor a session on who asks for it");

	@ArchTest
	private final ArchRule roomsAreFreeOfCycles = slices().matching("io.agentbay.local.internal.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	private final ArchRule whatProgramsNameNamesNothingInternal = noMethods().that()
		.arePublic()
		.and()
		.areDeclaredInClassesThat()
		.resideOutsideOfPackage("io.agentbay.local.internal..")
		.and()
		.areDeclaredInClassesThat()
		.arePublic()
		.should()
		.haveRawReturnType(INTERNAL)
		.orShould()
		.haveRawParameterTypes(anyElementThat(INTERNAL))
		.because("below the line everything may change");

	@ArchTest
	private final ArchRule onlyTheDoorsKnowHttp = noClasses().that()
		.resideOutsideOfPackages(room("http"), room("aot"))
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "reactor..", "io.netty..")
		.because("the work is done on plain threads, whatever serves the connections");

	@ArchTest
	private final ArchRule theRuntimeDoesNotKnowTheClient = noClasses().should()
		.dependOnClassesThat(DescribedPredicate.describe("of the client",
				(type) -> type.getPackageName().startsWith("io.agentbay")
						&& !type.getPackageName().startsWith("io.agentbay.local")))
		.because("the two meet only on the wire, or the protocol is not proven");

	@ArchTest
	private final ArchRule processesAreStartedInTheSandboxOnly = noClasses().that()
		.resideOutsideOfPackages("io.agentbay.local.internal.sandbox..", "io.agentbay.local.internal.enclosure..",
				"io.agentbay.local.internal.process..", "io.agentbay.local.internal.limit..")
		.should()
		.dependOnClassesThat()
		.belongToAnyOf(ProcessBuilder.class, Process.class)
		.because("what a session may do is decided in one place");

	@ArchTest
	private final ArchRule doorsStayShut = classes().that()
		.resideInAPackage(room("http"))
		.and()
		.doNotHaveSimpleName("LocalServer")
		.and()
		.doNotHaveSimpleName("Connections")
		.and()
		.areTopLevelClasses()
		.should()
		.bePackagePrivate()
		.because("only the server is started from outside");

	private static String room(String name) {
		return "io.agentbay.local.internal." + name + "..";
	}

}
