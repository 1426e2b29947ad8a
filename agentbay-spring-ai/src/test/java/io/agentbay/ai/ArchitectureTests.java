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

package io.agentbay.ai;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * What the tools may use.
 */
@AnalyzeClasses(packages = "io.agentbay.ai", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule onlyTheApiOfTheClientIsUsed = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("io.agentbay.internal..")
		.because("what is needed here, applications need as well");

	@ArchTest
	static final ArchRule nothingNeedsSpringBoot = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.boot..")
		.because("the tools work without it; the starter configures them");

	@ArchTest
	static final ArchRule roomsAreNotTangled = slices().matching("io.agentbay.ai.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule toolsDoNotKnowChatClients = noClasses().that()
		.resideInAPackage("io.agentbay.ai.tool..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.agentbay.ai.chat..", "org.springframework.ai.chat.client..")
		.because("tools are also offered over MCP, without a chat client");

}
