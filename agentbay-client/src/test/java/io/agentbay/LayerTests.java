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

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.agentbay.testing.ProductionClasses;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The client's layers: calls go down only.
 */
@AnalyzeClasses(locations = ProductionClasses.class)
class LayerTests {

	private static final DescribedPredicate<JavaClass> INTERNAL = JavaClass.Predicates
		.resideInAPackage("io.agentbay.internal..");

	@ArchTest
	static final ArchRule callsGoDownOnly = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("session")
		.definedBy(room("session"))
		.layer("features")
		.definedBy(room("account"), room("agent"), room("browser"), room("device"), room("filesystem"), room("shell"),
				room("terminal"))
		.layer("tool")
		.definedBy(room("tool"))
		.layer("socket")
		.definedBy(room("socket"))
		.layer("file")
		.definedBy(room("file"))
		.layer("context")
		.definedBy(room("context"))
		.layer("api")
		.definedBy(room("api"))
		.layer("http")
		.definedBy(room("http"))
		.whereLayer("session")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("features")
		.mayOnlyBeAccessedByLayers("session")
		.whereLayer("tool")
		.mayOnlyBeAccessedByLayers("session", "features")
		.whereLayer("socket")
		.mayOnlyBeAccessedByLayers("session", "features")
		.whereLayer("file")
		.mayOnlyBeAccessedByLayers("session", "features")
		.whereLayer("context")
		.mayOnlyBeAccessedByLayers("session", "features", "file")
		.whereLayer("api")
		.mayOnlyBeAccessedByLayers("session", "features", "file", "context", "tool")
		.because("a feature speaks to tools, tools to actions, actions to the wire, and nothing looks up");

	@ArchTest
	static final ArchRule roomsAreFreeOfCycles = slices().matching("io.agentbay.internal.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule featuresDoNotKnowEachOther = slices()
		.matching("io.agentbay.internal.(account|agent|browser|device|filesystem|shell|terminal)..")
		.should()
		.notDependOnEachOther()
		.because("features meet in the session only");

	@ArchTest
	static final ArchRule packagesOfTheApiAreFreeOfCycles = slices().matching("io.agentbay.(*)..")
		.should()
		.beFreeOfCycles()
		.ignoreDependency(INTERNAL, alwaysTrue())
		.ignoreDependency(alwaysTrue(), INTERNAL);

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
		.resideOutsideOfPackages("io.agentbay.internal.blocking", "io.agentbay.internal.http")
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

	private static String room(String name) {
		return "io.agentbay.internal." + name + "..";
	}

}
