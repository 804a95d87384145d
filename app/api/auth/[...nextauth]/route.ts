export { beginProvinceSignIn as POST, endProvinceSignIn as GET } from "@/lib/auth/province";
