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

package io.agentbay.boot;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules that Spring Boot's own modules follow.
 */
@AnalyzeClasses(packages = "io.agentbay.boot", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule autoConfigurationsArePublicAndFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL)
		.because("their names are all that others may use: to order after them and to exclude them");

	@ArchTest
	static final ArchRule constructorsOfAutoConfigurationsNeedNothing = constructors().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.haveRawParameterTypes(new Class<?>[0])
		.because("a constructor that is written would be one that others can call");

	@ArchTest
	static final ArchRule beanMethodsAreHidden = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.bePackagePrivate()
		.andShould()
		.notBeAnnotatedWith(ConditionalOnClass.class)
		.because("the signature of the method is loaded before the condition is asked");

	@ArchTest
	static final ArchRule conditionsAndAnalyzersAreHidden = classes().that()
		.areAssignableTo(Condition.class)
		.or()
		.areAssignableTo(AbstractFailureAnalyzer.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule onlyTheApiOfTheClientIsUsed = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("io.agentbay.internal..")
		.because("what the starter needs, applications need as well");

	@ArchTest
	static final ArchRule autoConfigurationIsNotUsedByWhatRuns = noClasses().that()
		.resideOutsideOfPackage("io.agentbay.boot.autoconfigure..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.agentbay.boot.autoconfigure..");

	@ArchTest
	static final ArchRule packagesAreNotTangled = slices().matching("io.agentbay.boot.(**)").should().beFreeOfCycles();

}
