/** A school's list as its own system hands it out: OneRoster 1.1, whole files in a zip, with the columns the standard names. */
import { strToU8, zipSync } from "fflate";

const manifest = `propertyName,value
manifest.version,1.0
oneroster.version,1.1
file.academicSessions,absent
file.categories,absent
file.classes,bulk
file.classResources,absent
file.courses,absent
file.courseResources,absent
file.demographics,absent
file.enrollments,bulk
file.lineItems,absent
file.orgs,bulk
file.resources,absent
file.results,absent
file.users,bulk
source.systemName,Hill School Office
source.systemCode,hill
`;

const orgs = `sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
hill,,,Hill School,school,,
`;

const users = `sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
u1,,,true,hill,student,isla.g,,Isla,Grant,,,,,,u5,11,
u2,,,true,hill,student,,,Ngoc,Nguyễn,,,,,,,11,
u3,,,true,hill,student,,,Aoife,O’Brien,,,,,,,11,
u4,,,true,hill,teacher,m.bell,,Morag,Bell,,,,,,,,
u5,,,true,hill,parent,,,Jean,Grant,,,,,,u1,,
`;

const classes = `sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
c1,,,11B,11,,,homeroom,,hill,,,,
`;

const enrollments = `sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
e1,,,c1,hill,u1,student,,,
e2,,,c1,hill,u2,student,,,
e3,,,c1,hill,u3,student,,,
e4,,,c1,hill,u4,teacher,true,,
`;

/** Five people, of whom a homeroom makes one the tutor of three; the parent is not brought in. */
export const oneRosterZip = (): Uint8Array =>
  zipSync({
    "manifest.csv": strToU8(manifest),
    "orgs.csv": strToU8(orgs),
    "users.csv": strToU8(users),
    "classes.csv": strToU8(classes),
    "enrollments.csv": strToU8(enrollments),
  });
