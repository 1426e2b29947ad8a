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

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The client's layers: calls go down only.
 */
@AnalyzeClasses(packages = "io.agentbay", importOptions = DoNotIncludeTests.class)
class LayerTests {

	@ArchTest
	static final ArchRule callsGoDownOnly = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("doors")
		.definedBy("io.agentbay")
		.layer("session")
		.definedBy("io.agentbay.session")
		.layer("features")
		.definedBy("io.agentbay.browser", "io.agentbay.code", "io.agentbay.command", "io.agentbay.computer",
				"io.agentbay.context..", "io.agentbay.device", "io.agentbay.mobile", "io.agentbay.filesystem",
				"io.agentbay.git", "io.agentbay.transfer", "io.agentbay.agent", "io.agentbay.extension",
				"io.agentbay.oss", "io.agentbay.network", "io.agentbay.skill", "io.agentbay.volume")
		.layer("channel")
		.definedBy("io.agentbay.channel")
		.layer("tool")
		.definedBy("io.agentbay.tool")
		.layer("api")
		.definedBy("io.agentbay.api")
		.layer("transport")
		.definedBy("io.agentbay.transport")
		.whereLayer("doors")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("session")
		.mayOnlyBeAccessedByLayers("doors")
		.whereLayer("features")
		.mayOnlyBeAccessedByLayers("doors", "session")
		.whereLayer("channel")
		.mayOnlyBeAccessedByLayers("doors", "session", "features")
		.whereLayer("tool")
		.mayOnlyBeAccessedByLayers("doors", "session", "features")
		.whereLayer("api")
		.mayOnlyBeAccessedByLayers("doors", "session", "features", "tool")
		.because("a feature speaks to tools, tools to actions, actions to the wire, and nothing looks up");

	@ArchTest
	static final ArchRule featuresDoNotKnowEachOther = slices()
		.matching("io.agentbay.(agent|browser|code|command|computer|context|filesystem|network|oss|skill|volume)..")
		.should()
		.notDependOnEachOther()
		.because("features meet in the session only");

	@ArchTest
	static final ArchRule gitIsBuiltOnCommandsOnly = noClasses().that()
		.resideInAPackage("io.agentbay.git")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.agentbay.browser", "io.agentbay.code", "io.agentbay.context..",
				"io.agentbay.filesystem", "io.agentbay.tool", "io.agentbay.api")
		.because("git is a command like any other");

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("io.agentbay.(*)..").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule noSpringBoot = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.boot..")
		.because("the client is for every application, not only for those with Spring Boot");

	@ArchTest
	static final ArchRule metersAreMadeElsewhere = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("io.micrometer.core..")
		.because("an observation becomes a timer or a span where the application wants it");

	@ArchTest
	static final ArchRule nobodyBlocksButTheBlockingFace = noClasses().that()
		.resideOutsideOfPackages("io.agentbay.blocking", "io.agentbay.transport")
		.should()
		.callMethod("reactor.core.publisher.Mono", "block")
		.because("the reactive core must not hold a thread");

	@ArchTest
	static final ArchRule nobodyPrints = noClasses().that()
		.resideOutsideOfPackage("io.agentbay.local..")
		.should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
		.because("what a session says belongs to the application");

	@ArchTest
	static final ArchRule noFieldIsPublic = fields().that().arePublic().should().beStatic().andShould().beFinal();

}
