package org.precert.platform.fhirstore;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/** Stands where HAPI wants its batch jobs: there are none, and none can be started. */
final class Absent {

    private Absent() {}

    static <T> T of(Class<T> service) {
        InvocationHandler nothing = (proxy, method, arguments) -> switch (method.getName()) {
            case "toString" -> "no " + service.getSimpleName();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> {
                if (method.getReturnType() == List.class) {
                    yield List.of();
                }
                throw new UnsupportedOperationException("The FHIR store runs no batch jobs: " + method.getName());
            }
        };
        return service.cast(Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, nothing));
    }
}
