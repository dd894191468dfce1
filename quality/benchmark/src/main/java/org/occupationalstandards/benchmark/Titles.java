package org.occupationalstandards.benchmark;

/** Titles of occupations that share a word with others now and then, as real ones do. */
final class Titles {

    private static final String[] FIELDS =
            ("Harbour Orchard Glass Railway Textile Paper Leather Dairy Forest Quarry Bridge Lighting Ceramic Printing"
                            + " Brewing Bakery Fishing Mining Rubber Plastics Packaging Furniture Roofing Drainage Tunnel Crane Marine Aviation Satellite Battery"
                            + " Hydrogen Turbine Solar Nuclear Water Waste Timber Steel Copper Foundry Welding Optical Acoustic Vehicle Bicycle Tramway Ferry"
                            + " Airport Hotel Museum Archive Library Theatre Studio Festival Garden Kennel Equine Veterinary Dental Pharmacy Surgical Ambulance"
                            + " Probate Pension Insurance Payroll Audit Customs Auction")
                    .split(" ");

    private static final String[] JOBS =
            ("Technician Engineer Assistant Manager Operative Inspector Surveyor Designer Fitter Planner Analyst Adviser"
                            + " Supervisor Specialist Controller Coordinator Instructor Estimator Machinist Restorer Scientist Buyer Dispatcher Maker Keeper"
                            + " Officer Practitioner Administrator Handler Builder Installer Programmer Modeller Tester Grader Blender Cutter Moulder Finisher"
                            + " Setter Polisher Binder Weaver Dyer Tanner Cooper Cutler Glazier Mason Plasterer Painter Rigger Diver Pilot Driver Guard Steward"
                            + " Porter Caterer Cook Ranger Warden Farrier Groom Nurse Hygienist Dispenser Paramedic Examiner Broker Clerk")
                    .split(" ");

    /** Different for each number below {@code FIELDS × JOBS}. */
    static String of(int number) {
        return FIELDS[number % FIELDS.length] + " " + JOBS[(number / FIELDS.length + number) % JOBS.length];
    }

    private Titles() {}
}
