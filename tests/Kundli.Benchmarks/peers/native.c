/* Times the Swiss Ephemeris C library itself, with its data files, on the work of our `positions` and `chart`. Built and run by run.sh in a temporary folder;
   nothing of the library is kept in the repository. The declarations are those of its programmer's manual. */
#include <stdio.h>
#include <time.h>

extern void swe_set_ephe_path(const char *path);
extern void swe_set_sid_mode(int mode, double t0, double ayanamsa);
extern int swe_calc_ut(double ut, int body, int flags, double *result, char *error);
extern int swe_houses_ex(double ut, int flags, double latitude, double longitude, int system, double *cusps, double *angles);

enum { FILES = 2, SPEED = 256, SIDEREAL = 65536, INSTANTS = 4096, ROUNDS = 60, PER_ROUND = 150, BODIES = 8 };

static const int bodies[BODIES] = { 0, 1, 4, 2, 5, 3, 6, 10 }; /* Sun, Moon, Mars, Mercury, Jupiter, Venus, Saturn, mean node; Ketu is Rahu's opposite */

static double microseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static void measure(const char *name, int is_chart)
{
    double result[6], cusps[13], angles[10], best = 1e9;
    char error[256];
    int with_files = 1;
    for (int round = 0; round < ROUNDS; round++) {
        double start = microseconds();
        for (int i = 0; i < PER_ROUND; i++) {
            double ut = 2378500 + ((round * PER_ROUND + i) * 104729LL % INSTANTS) / (double)INSTANTS * 146000;
            for (int body = 0; body < BODIES; body++)
                with_files &= (swe_calc_ut(ut, bodies[body], FILES | SPEED | (is_chart ? SIDEREAL : 0), result, error) & FILES) != 0;
            if (is_chart)
                swe_houses_ex(ut, SIDEREAL, 28.6139, 77.2090, 'P', cusps, angles);
        }
        double time = (microseconds() - start) / PER_ROUND;
        if (time < best)
            best = time;
    }
    printf("{\"name\":\"%s%s\",\"microseconds\":%.2f,\"perSecond\":%.0f}\n", name, with_files ? "" : " WITHOUT ITS FILES", best, 1e6 / best);
}

int main(int count, char **arguments)
{
    swe_set_ephe_path(count > 1 ? arguments[1] : ".");
    swe_set_sid_mode(1, 0, 0);
    measure("Swiss Ephemeris C, data files: positions", 0);
    measure("Swiss Ephemeris C, data files: chart", 1);
    return 0;
}
