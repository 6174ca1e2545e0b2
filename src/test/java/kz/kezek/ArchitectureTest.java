package kz.kezek;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Clock;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoLocalDateTime;
import java.time.chrono.ChronoZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.modulith.core.ApplicationModules;
import planted.AmbientTime;
import planted.FieldInjected;
import planted.NamesThatSayNothing;
import planted.ProgramRunner;
import planted.PublicStatement;
import planted.TalksToTheConsole;
import planted.UncheckedObjects;
import planted.UsesTheCommandLine;
import planted.mail.ReadsFromTheDatabase;

/** The laws of the house, each with a class that breaks it and must be caught. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("kz.kezek");

    @ParameterizedTest
    @EnumSource
    void holdsInTheProduct(Law law) {
        law.rule.check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void catchesTheClassPlantedAgainstIt(Law law) {
        for (Class<?> culprit : law.culprits) {
            JavaClasses planted = new ClassFileImporter().importClasses(culprit);
            assertThat(law.rule.allowEmptyShould(true).evaluate(planted).hasViolation())
                    .as("%s breaks: %s", culprit.getSimpleName(), law.rule.getDescription())
                    .isTrue();
        }
    }

    @Test
    void letsPackagesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(KezekApplication.class).verify();
    }

    @Test
    void catchesAPackageThatUsesWhatItDoesNotDeclare() {
        ApplicationModules planted = ApplicationModules.of("planted.modules", location -> true);
        assertThat(planted.detectViolations().getMessages())
                .anyMatch(message -> message.contains("Module 'first' depends on module 'second'"))
                .anyMatch(message -> message.contains("non-exposed type planted.modules.second.inner.Hidden"));
    }

    enum Law {
        TIME_COMES_IN_AS_AN_ARGUMENT(
                noClasses()
                        .should()
                        .callMethodWhere(target(nameMatching("now"))
                                .and(target(owner(assignableTo(TemporalAccessor.class)
                                        .or(assignableTo(ChronoLocalDate.class))
                                        .or(assignableTo(ChronoLocalDateTime.class))
                                        .or(assignableTo(ChronoZonedDateTime.class))))))
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(java.time.ZoneId.class, "systemDefault")
                        .orShould()
                        .callConstructor(java.util.Date.class),
                AmbientTime.class),

        ONE_CLOCK(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(KezekApplication.class.getName())
                        .should()
                        .callMethodWhere(target(nameMatching("system.*|tick.*"))
                                .and(target(owner(are(assignableTo(Clock.class)))))),
                AmbientTime.class),

        SQL_IN_PACKAGE_PRIVATE_PLURALS_ONLY(
                classes()
                        .that(speakSql())
                        .and()
                        .resideOutsideOfPackage("kz.kezek.storage..")
                        .should()
                        .notBePublic()
                        .andShould()
                        .haveNameMatching(".*s(\\$.*)?"),
                PublicStatement.class),

        NO_FIELD_INJECTION(
                noFields()
                        .should()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                        .orShould()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                        .orShould()
                        .beAnnotatedWith("jakarta.inject.Inject")
                        .orShould()
                        .beAnnotatedWith("jakarta.annotation.Resource"),
                FieldInjected.class),

        PURE_PACKAGES_KNOW_NO_FRAMEWORK_AND_NO_DATABASE(
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "..mail..", "..calendar..", "..regulation..", "..applicant..", "..submission..")
                        .and()
                        .doNotHaveSimpleName("package-info")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework..",
                                "java.sql..",
                                "javax.sql..",
                                "jakarta.servlet..",
                                "java.net.http.."),
                ReadsFromTheDatabase.class),

        NO_NAMES_THAT_SAY_NOTHING(
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Util")
                        .orShould()
                        .haveNameMatching(
                                ".*[.$]([A-Za-z0-9_]+(Utils?|Helpers?|Manager|Impl)|(Abstract|Base|Common|Manager)[A-Z][A-Za-z0-9_]*)"),
                NamesThatSayNothing.ThingUtils.class,
                NamesThatSayNothing.ManagerOfThings.class),

        NOTHING_USES_THE_COMMAND_LINE_OR_THE_DEMONSTRATION(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..cli..", "..demo..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("..cli..", "..demo.."),
                UsesTheCommandLine.class),

        ONLY_THE_COMMAND_LINE_SPEAKS_TO_THE_CONSOLE(
                noClasses()
                        .that()
                        .resideOutsideOfPackages("..cli..", "..demo..")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(Throwable.class, "printStackTrace"),
                TalksToTheConsole.class),

        NO_PROGRAM_IS_RUN_BUT_THE_EMBEDDED_DATABASE(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("kz.kezek.storage..")
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(ProcessBuilder.class)
                        .orShould()
                        .callMethodWhere(target(nameMatching("exec")).and(target(owner(assignableTo(Runtime.class))))),
                ProgramRunner.class),

        NO_OBJECTS_OUT_OF_BYTES(
                noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class),
                UncheckedObjects.class);

        private final ArchRule rule;
        private final List<Class<?>> culprits;

        Law(ArchRule rule, Class<?>... culprits) {
            this.rule = rule;
            this.culprits = List.of(culprits);
        }

        /** Handing a {@code JdbcClient} on is wiring; asking it anything is SQL. */
        private static DescribedPredicate<JavaClass> speakSql() {
            return DescribedPredicate.describe(
                    "speak SQL",
                    type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                            && type.getAccessesFromSelf().stream().anyMatch(Law::isStatement));
        }

        private static boolean isStatement(JavaAccess<?> access) {
            String owner = access.getTargetOwner().getName();
            String member = access.getTarget().getName();
            return owner.equals("org.springframework.jdbc.core.simple.JdbcClient") && member.equals("sql")
                    || owner.startsWith("org.springframework.jdbc.core.JdbcTemplate")
                    || owner.equals("java.sql.Connection") && member.startsWith("prepare")
                    || owner.equals("java.sql.Statement") && member.startsWith("execute");
        }
    }
}
