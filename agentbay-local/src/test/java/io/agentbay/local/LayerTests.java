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
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

/**
 * Who may know whom.
 */
@AnalyzeClasses(packagesOf = LocalAgentBay.class, importOptions = ImportOption.DoNotIncludeTests.class)
class LayerTests {

	@ArchTest
	private final ArchRule callsGoDownOnly = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("runtime")
		.definedBy("io.agentbay.local")
		.layer("http")
		.definedBy("io.agentbay.local.http..")
		.layer("channel")
		.definedBy("io.agentbay.local.channel..")
		.layer("action")
		.definedBy("io.agentbay.local.action..")
		.layer("mount")
		.definedBy("io.agentbay.local.mount..")
		.layer("session")
		.definedBy("io.agentbay.local.session..")
		.layer("store")
		.definedBy("io.agentbay.local.store..")
		.layer("tool")
		.definedBy("io.agentbay.local.tool..")
		.layer("code")
		.definedBy("io.agentbay.local.code..")
		.layer("agent")
		.definedBy("io.agentbay.local.agent..")
		.layer("browser")
		.definedBy("io.agentbay.local.browser..")
		.layer("desktop")
		.definedBy("io.agentbay.local.desktop..")
		.layer("adb")
		.definedBy("io.agentbay.local.adb..")
		.layer("phone")
		.definedBy("io.agentbay.local.phone..")
		.layer("terminal")
		.definedBy("io.agentbay.local.terminal..")
		.layer("picture")
		.definedBy("io.agentbay.local.picture..")
		.layer("sandbox")
		.definedBy("io.agentbay.local.sandbox..")
		.layer("clock")
		.definedBy("io.agentbay.local.clock..")
		.layer("journal")
		.definedBy("io.agentbay.local.journal..")
		.layer("tls")
		.definedBy("io.agentbay.local.tls..")
		.layer("fault")
		.definedBy("io.agentbay.local.fault..")
		.whereLayer("runtime")
		.mayNotBeAccessedByAnyLayer()
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
		.whereLayer("store")
		.mayOnlyBeAccessedByLayers("runtime", "http", "action", "mount")
		.whereLayer("tool")
		.mayOnlyBeAccessedByLayers("runtime", "channel", "action")
		.whereLayer("code")
		.mayOnlyBeAccessedByLayers("tool")
		.whereLayer("agent")
		.mayOnlyBeAccessedByLayers("runtime", "tool")
		.whereLayer("browser")
		.mayOnlyBeAccessedByLayers("runtime", "http", "action", "tool")
		.whereLayer("desktop")
		.mayOnlyBeAccessedByLayers("tool")
		.whereLayer("adb")
		.mayOnlyBeAccessedByLayers("runtime", "action", "tool")
		.whereLayer("phone")
		.mayOnlyBeAccessedByLayers("runtime", "tool", "adb")
		.whereLayer("terminal")
		.mayOnlyBeAccessedByLayers("channel")
		.whereLayer("picture")
		.mayOnlyBeAccessedByLayers("runtime", "http", "tool", "adb")
		.whereLayer("sandbox")
		.mayOnlyBeAccessedByLayers("runtime", "channel", "action", "mount", "session", "store", "tool", "code", "agent",
				"browser", "desktop", "adb", "phone", "terminal")
		.whereLayer("clock")
		.mayOnlyBeAccessedByLayers("runtime", "http", "channel", "mount", "session", "store")
		.whereLayer("journal")
		.mayOnlyBeAccessedByLayers("runtime", "http", "channel")
		.whereLayer("tls")
		.mayOnlyBeAccessedByLayers("runtime", "http")
		.whereLayer("fault")
		.mayOnlyBeAccessedByLayers("runtime", "http", "channel", "mount")
		.because("a tool must not depend on how it is called, nor a session on who asks for it");

	@ArchTest
	private final ArchRule onlyTheDoorsKnowHttp = noClasses().that()
		.resideOutsideOfPackages("io.agentbay.local.http..")
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
		.resideOutsideOfPackage("io.agentbay.local.sandbox..")
		.should()
		.dependOnClassesThat()
		.belongToAnyOf(ProcessBuilder.class, Process.class)
		.because("what a session may do is decided in one place");

	@ArchTest
	private final ArchRule doorsStayShut = classes().that()
		.resideInAPackage("io.agentbay.local.http..")
		.and()
		.doNotHaveSimpleName("LocalServer")
		.and()
		.doNotHaveSimpleName("Connections")
		.and()
		.areTopLevelClasses()
		.should()
		.bePackagePrivate()
		.because("only the server is started from outside");

}
