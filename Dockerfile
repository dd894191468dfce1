# One image recipe for all services: docker build --build-arg SERVICE=catalogue --build-arg PORT=8080 .
# The service is built before: ./mvnw package makes services/<service>/target/<service>-<version>-exec.jar.
FROM eclipse-temurin:25-jre AS layers
ARG SERVICE
WORKDIR /layers
COPY services/${SERVICE}/target/${SERVICE}-*-exec.jar service.jar
# Dependencies change seldom and the service often, so each is a layer of its own; plain jars also start faster than jars in a jar.
RUN java -Djarmode=tools -jar service.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
ARG PORT
WORKDIR /service
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
# By number: nothing is installed or owned by it, and orchestrators can tell that it is not root.
USER 10001:10001
ENV SERVER_PORT=${PORT}
EXPOSE ${PORT}
HEALTHCHECK --interval=5s --timeout=5s --start-period=180s --retries=6 \
  CMD curl --fail --silent --show-error --max-time 4 "http://localhost:${SERVER_PORT}/actuator/health/readiness"
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-Daxoniq.update-checker.disabled=true", \
  "--enable-native-access=ALL-UNNAMED", "-jar", "service.jar"]
